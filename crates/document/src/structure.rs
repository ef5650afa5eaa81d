//! What the parts of a document mean, for readers that do not see the pages: a tree beside the drawn items.

use krilla::tagging::{Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};
use std::num::NonZeroU16;

/// What an item belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// A part of the document.
    Part(PartId),
    /// Nothing that is read aloud: a line, a repeated head, the foot of the page.
    Decoration,
}

/// A part of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PartId(usize);

/// What a part is.
#[derive(Debug, Clone)]
pub(crate) enum Role {
    Document,
    Heading(u8, String),
    Paragraph,
    List,
    ListItem,
    Label,
    ListBody,
    Table,
    TableHead,
    TableBody,
    Row,
    HeadCell,
    Cell,
    /// With the words for those who do not see it.
    Figure(String),
    Caption,
}

enum Child {
    Part(PartId),
    Drawn(Identifier),
}

struct Part {
    role: Role,
    children: Vec<Child>,
}

/// The tree; its root is the document.
pub(crate) struct Structure(Vec<Part>);

impl Structure {
    /// The part that all others belong to.
    pub(crate) const ROOT: PartId = PartId(0);

    /// A document without parts.
    pub(crate) fn new() -> Self {
        Self(vec![Part {
            role: Role::Document,
            children: Vec::new(),
        }])
    }

    /// A new part at the end of another.
    pub(crate) fn add(&mut self, parent: PartId, role: Role) -> PartId {
        let id = PartId(self.0.len());
        self.0.push(Part {
            role,
            children: Vec::new(),
        });
        self.push(parent, Child::Part(id));
        id
    }

    /// Something drawn that belongs to a part.
    pub(crate) fn drawn(&mut self, part: PartId, identifier: Identifier) {
        self.push(part, Child::Drawn(identifier));
    }

    fn push(&mut self, part: PartId, child: Child) {
        if let Some(part) = self.0.get_mut(part.0) {
            part.children.push(child);
        }
    }

    /// The tree as the PDF holds it.
    pub(crate) fn tree(&self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for node in self.nodes(Self::ROOT) {
            tree.push(node);
        }
        tree
    }

    fn nodes(&self, part: PartId) -> Vec<Node> {
        let children = self.0.get(part.0).map_or(&[][..], |part| &part.children);
        let node = |child: &Child| match child {
            Child::Drawn(identifier) => Node::Leaf(*identifier),
            Child::Part(id) => Node::Group(TagGroup::with_children(self.tag(*id), self.nodes(*id))),
        };
        children.iter().map(node).collect()
    }

    fn tag(&self, part: PartId) -> TagKind {
        let role = self.0.get(part.0).map_or(&Role::Paragraph, |part| &part.role);
        match role {
            Role::Document => Tag::Part.into(),
            Role::Heading(level, title) => {
                let level = NonZeroU16::new(u16::from(*level)).unwrap_or(NonZeroU16::MIN);
                Tag::Hn(level, Some(title.clone())).into()
            }
            Role::Paragraph => Tag::P.into(),
            Role::List => Tag::L(ListNumbering::None).into(),
            Role::ListItem => Tag::LI.into(),
            Role::Label => Tag::Lbl.into(),
            Role::ListBody => Tag::LBody.into(),
            Role::Table => Tag::Table.into(),
            Role::TableHead => Tag::THead.into(),
            Role::TableBody => Tag::TBody.into(),
            Role::Row => Tag::TR.into(),
            Role::HeadCell => Tag::TH(TableHeaderScope::Column).into(),
            Role::Cell => Tag::TD.into(),
            Role::Figure(alt) => Tag::Figure(Some(alt.clone())).into(),
            Role::Caption => Tag::Caption.into(),
        }
    }
}
