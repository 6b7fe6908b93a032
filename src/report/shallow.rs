//! The fields of a structure one by one, so that each can be written where and how it is wanted: a report has one
//! field that is larger than all others together.

use serde::Serialize;
use serde::ser::{Error, Impossible, SerializeStruct, Serializer};
use serde_json::{Error as Fault, Result};

/// Who is shown the fields.
pub(super) trait Visitor {
    /// One field, in the order of the structure.
    ///
    /// # Errors
    /// Whatever keeps it from being written.
    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<()>;
}

/// Shows the fields of a structure.
///
/// # Errors
/// What the visitor says, and when it is no structure.
pub(super) fn visit<T: Serialize>(structure: &T, visitor: &mut impl Visitor) -> Result<()> {
    structure.serialize(Fields(visitor))
}

struct Fields<'a, V>(&'a mut V);

fn other<T>() -> Result<T> {
    Err(Fault::custom("no structure"))
}

impl<V: Visitor> SerializeStruct for Fields<'_, V> {
    type Ok = ();
    type Error = Fault;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<()> {
        self.0.field(name, value)
    }

    fn end(self) -> Result<()> {
        Ok(())
    }
}

/// Whatever is no structure has no fields.
macro_rules! no_structure {
    ($($name:ident($($of:ty),*) -> $give:ty;)*) => {
        $(fn $name(self, $(_: $of),*) -> Result<$give> { other() })*
    };
}

impl<'a, V: Visitor> Serializer for Fields<'a, V> {
    type Ok = ();
    type Error = Fault;
    type SerializeSeq = Impossible<(), Fault>;
    type SerializeTuple = Impossible<(), Fault>;
    type SerializeTupleStruct = Impossible<(), Fault>;
    type SerializeTupleVariant = Impossible<(), Fault>;
    type SerializeMap = Impossible<(), Fault>;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), Fault>;

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self> {
        Ok(self)
    }

    no_structure! {
        serialize_bool(bool) -> ();
        serialize_i8(i8) -> ();
        serialize_i16(i16) -> ();
        serialize_i32(i32) -> ();
        serialize_i64(i64) -> ();
        serialize_u8(u8) -> ();
        serialize_u16(u16) -> ();
        serialize_u32(u32) -> ();
        serialize_u64(u64) -> ();
        serialize_f32(f32) -> ();
        serialize_f64(f64) -> ();
        serialize_char(char) -> ();
        serialize_str(&str) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_none() -> ();
        serialize_unit() -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_unit_variant(&'static str, u32, &'static str) -> ();
        serialize_seq(Option<usize>) -> Self::SerializeSeq;
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Result<()> {
        other()
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, _: &T) -> Result<()> {
        other()
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<()> {
        other()
    }
}
