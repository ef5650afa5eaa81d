//! How a value of the domain becomes a column of either database, and back.
//!
//! `domain` must not know sqlx, so its types are bound and read through the traits here: ids are TEXT in SQLite
//! and UUID in PostgreSQL, enumerations TEXT and native enum types, instants TEXT and TIMESTAMPTZ, JSON TEXT and
//! JSONB.

use chrono::{DateTime, NaiveDate, Utc};
use portflow_domain::coded::Coded;
use portflow_domain::ids::EntityId;
use portflow_domain::timestamp::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgRow, PgTypeInfo, Postgres};
use sqlx::sqlite::{Sqlite, SqliteArgumentsBuffer, SqliteRow, SqliteTypeInfo};
use sqlx::types::Json;
use sqlx::{Encode, Row, Type, ValueRef};
use uuid::Uuid;
use uuid::fmt::Hyphenated;

/// A value on its way into a statement.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Null(Kind),
    Text(String),
    Integer(i64),
    Bool(bool),
    Uuid(Uuid),
    /// A code and the PostgreSQL enum type it belongs to.
    Coded(&'static str, &'static str),
    Instant(Timestamp),
    Date(NaiveDate),
    /// JSON, written out: most rows of an import carry three of them.
    Json(String),
    Bytes(Vec<u8>),
}

/// What a column holds; PostgreSQL wants to know it even for NULL.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    Text,
    Integer,
    Bool,
    Uuid,
    Coded(&'static str),
    Instant,
    Date,
    Json,
    Bytes,
}

/// One row of either database.
pub(crate) enum AnyRow<'r> {
    Sqlite(&'r SqliteRow),
    Postgres(&'r PgRow),
}

/// A type that a single column holds, NULL aside.
pub(crate) trait Scalar: Sized {
    const KIND: Kind;
    fn to_value(&self) -> Value;
    fn read(row: &AnyRow<'_>, name: &str) -> sqlx::Result<Option<Self>>;
}

/// A type that a column holds: a [`Scalar`], or an `Option` of one where the column may be NULL.
pub(crate) trait Column: Sized {
    fn value(&self) -> Value;
    fn read_from(row: &AnyRow<'_>, name: &str) -> sqlx::Result<Self>;
}

impl<T: Scalar> Column for T {
    fn value(&self) -> Value {
        self.to_value()
    }

    fn read_from(row: &AnyRow<'_>, name: &str) -> sqlx::Result<Self> {
        T::read(row, name)?.ok_or_else(|| sqlx::Error::ColumnDecode {
            index: name.to_owned(),
            source: "NULL where a value is required".into(),
        })
    }
}

impl<T: Scalar> Column for Option<T> {
    fn value(&self) -> Value {
        self.as_ref().map_or(Value::Null(T::KIND), Scalar::to_value)
    }

    fn read_from(row: &AnyRow<'_>, name: &str) -> sqlx::Result<Self> {
        T::read(row, name)
    }
}

/// Reads a column as one type from SQLite and another from PostgreSQL.
macro_rules! read_as {
    ($row:expr, $name:expr, $sqlite:ty, $postgres:ty) => {
        match $row {
            AnyRow::Sqlite(row) => row.try_get::<Option<$sqlite>, _>($name)?.map(Into::into),
            AnyRow::Postgres(row) => row.try_get::<Option<$postgres>, _>($name)?.map(Into::into),
        }
    };
}

macro_rules! plain_columns {
    ($($type:ty => $kind:ident),+ $(,)?) => {$(
        impl Scalar for $type {
            const KIND: Kind = Kind::$kind;
            fn to_value(&self) -> Value { Value::$kind(self.clone()) }
            fn read(row: &AnyRow<'_>, name: &str) -> sqlx::Result<Option<Self>> {
                Ok(read_as!(row, name, $type, $type))
            }
        }
    )+};
}

plain_columns! { String => Text, i64 => Integer, bool => Bool, NaiveDate => Date, Vec<u8> => Bytes }

impl Scalar for Uuid {
    const KIND: Kind = Kind::Uuid;
    fn to_value(&self) -> Value {
        Value::Uuid(*self)
    }
    fn read(row: &AnyRow<'_>, name: &str) -> sqlx::Result<Option<Self>> {
        Ok(read_as!(row, name, Hyphenated, Uuid))
    }
}

impl Scalar for Timestamp {
    const KIND: Kind = Kind::Instant;
    fn to_value(&self) -> Value {
        Value::Instant(*self)
    }
    fn read(row: &AnyRow<'_>, name: &str) -> sqlx::Result<Option<Self>> {
        let instant: Option<DateTime<Utc>> = read_as!(row, name, DateTime<Utc>, DateTime<Utc>);
        Ok(instant.map(Timestamp::new))
    }
}

/// Reads an id; called by the implementations of [`Scalar`] for every id type.
pub(crate) fn read_id<T: EntityId>(row: &AnyRow<'_>, name: &str) -> sqlx::Result<Option<T>> {
    Ok(Uuid::read(row, name)?.map(T::from_uuid))
}

/// Reads a code of an enumeration.
pub(crate) fn read_code<T: Coded>(row: &AnyRow<'_>, name: &str) -> sqlx::Result<Option<T>> {
    let code: Option<String> = match row {
        AnyRow::Sqlite(row) => row.try_get(name)?,
        // The driver would insist on a text type, but the text of an enum value is its label.
        AnyRow::Postgres(row) => {
            let value = row.try_get_raw(name)?;
            if value.is_null() {
                None
            } else {
                Some(value.as_str().map_err(sqlx::Error::Decode)?.to_owned())
            }
        }
    };
    code.map(|code| {
        T::from_code(&code).ok_or_else(|| sqlx::Error::ColumnDecode {
            index: name.to_owned(),
            source: format!("'{code}' is no {}", T::TYPE_NAME).into(),
        })
    })
    .transpose()
}

/// The JSON of a value whose serialisation cannot fail: no maps with keys that are not text.
pub(crate) fn to_json<T: Serialize>(value: &T) -> Value {
    Value::Json(serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned()))
}

/// Reads a JSON column.
pub(crate) fn read_json<T: DeserializeOwned + 'static>(
    row: &AnyRow<'_>,
    name: &str,
) -> sqlx::Result<Option<T>> {
    let json: Option<Json<T>> = match row {
        AnyRow::Sqlite(row) => row.try_get(name)?,
        AnyRow::Postgres(row) => row.try_get(name)?,
    };
    Ok(json.map(|Json(value)| value))
}

impl Kind {
    fn postgres_type(self) -> PgTypeInfo {
        match self {
            Self::Text => <String as Type<Postgres>>::type_info(),
            Self::Integer => <i64 as Type<Postgres>>::type_info(),
            Self::Bool => <bool as Type<Postgres>>::type_info(),
            Self::Uuid => <Uuid as Type<Postgres>>::type_info(),
            Self::Coded(name) => PgTypeInfo::with_name(name),
            Self::Instant => <DateTime<Utc> as Type<Postgres>>::type_info(),
            Self::Date => <NaiveDate as Type<Postgres>>::type_info(),
            Self::Json => <Json<serde_json::Value> as Type<Postgres>>::type_info(),
            Self::Bytes => <Vec<u8> as Type<Postgres>>::type_info(),
        }
    }
}

impl Value {
    fn kind(&self) -> Kind {
        match self {
            Self::Null(kind) => *kind,
            Self::Text(_) => Kind::Text,
            Self::Integer(_) => Kind::Integer,
            Self::Bool(_) => Kind::Bool,
            Self::Uuid(_) => Kind::Uuid,
            Self::Coded(_, type_name) => Kind::Coded(type_name),
            Self::Instant(_) => Kind::Instant,
            Self::Date(_) => Kind::Date,
            Self::Json(_) => Kind::Json,
            Self::Bytes(_) => Kind::Bytes,
        }
    }
}

impl Type<Sqlite> for Value {
    fn type_info() -> SqliteTypeInfo {
        <String as Type<Sqlite>>::type_info()
    }
}

impl Encode<'_, Sqlite> for Value {
    fn encode(self, buf: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        match self {
            Self::Null(_) => Ok(IsNull::Yes),
            Self::Text(text) => Encode::<Sqlite>::encode(text, buf),
            Self::Integer(number) => Encode::<Sqlite>::encode(number, buf),
            Self::Bool(truth) => Encode::<Sqlite>::encode(truth, buf),
            Self::Uuid(id) => Encode::<Sqlite>::encode(id.hyphenated(), buf),
            Self::Coded(code, _) => Encode::<Sqlite>::encode(code, buf),
            Self::Instant(instant) => Encode::<Sqlite>::encode(instant.to_string(), buf),
            Self::Date(date) => Encode::<Sqlite>::encode(date, buf),
            Self::Json(json) => Encode::<Sqlite>::encode(json, buf),
            Self::Bytes(bytes) => Encode::<Sqlite>::encode(bytes, buf),
        }
    }

    fn encode_by_ref(&self, buf: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Sqlite>::encode(self.clone(), buf)
    }
}

impl Type<Postgres> for Value {
    fn type_info() -> PgTypeInfo {
        <String as Type<Postgres>>::type_info()
    }
}

impl Encode<'_, Postgres> for Value {
    fn encode_by_ref(&self, buf: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        match self {
            Self::Null(_) => Ok(IsNull::Yes),
            Self::Text(text) => Encode::<Postgres>::encode_by_ref(text, buf),
            Self::Integer(number) => Encode::<Postgres>::encode_by_ref(number, buf),
            Self::Bool(truth) => Encode::<Postgres>::encode_by_ref(truth, buf),
            Self::Uuid(id) => Encode::<Postgres>::encode_by_ref(id, buf),
            Self::Coded(code, _) => Encode::<Postgres>::encode_by_ref(code, buf),
            Self::Instant(instant) => Encode::<Postgres>::encode_by_ref(&instant.utc(), buf),
            Self::Date(date) => Encode::<Postgres>::encode_by_ref(date, buf),
            Self::Json(json) => {
                Encode::<Postgres>::encode_by_ref(&Json(RawValue::from_string(json.clone())?), buf)
            }
            Self::Bytes(bytes) => Encode::<Postgres>::encode_by_ref(bytes, buf),
        }
    }

    fn produces(&self) -> Option<PgTypeInfo> {
        Some(self.kind().postgres_type())
    }
}
