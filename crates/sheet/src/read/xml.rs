//! The little that is asked of an XML element.

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

/// The value of an element's attribute, whatever its namespace prefix.
pub(crate) fn attribute(element: &BytesStart<'_>, local_name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == local_name)?;
    found
        .normalized_value(XmlVersion::Implicit1_0)
        .ok()
        .map(std::borrow::Cow::into_owned)
}
