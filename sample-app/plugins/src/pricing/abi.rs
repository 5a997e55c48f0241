//! The canonical ABI of the component model, as far as strings need it: what wit-bindgen would generate.

use std::alloc::{Layout, alloc, handle_alloc_error, realloc};

/// A string or list as it lies in memory.
#[repr(C)]
pub struct Slice {
    pub address: *mut u8,
    pub length: usize,
}

/// Where the one result that does not fit into a register lies until the host has read it.
static mut RESULT: Slice = Slice { address: std::ptr::null_mut(), length: 0 };

/// The host asks for room here before it passes a string or list; the callee owns what it gets.
#[unsafe(export_name = "cabi_realloc")]
unsafe extern "C" fn cabi_realloc(old: *mut u8, old_length: usize, align: usize, length: usize) -> *mut u8 {
    if length == 0 {
        return align as *mut u8;
    }
    unsafe {
        let address = match old_length {
            0 => alloc(Layout::from_size_align_unchecked(length, align)),
            _ => realloc(old, Layout::from_size_align_unchecked(old_length, align), length),
        };
        if address.is_null() {
            handle_alloc_error(Layout::from_size_align_unchecked(length, align));
        }
        address
    }
}

impl Slice {
    pub const EMPTY: Slice = Slice { address: std::ptr::null_mut(), length: 0 };

    /// Takes over a string that the host has put into memory from `cabi_realloc`; the ABI promises UTF-8.
    pub unsafe fn into_string(self) -> String {
        match self.length {
            0 => String::new(),
            n => unsafe { String::from_raw_parts(self.address, n, n) },
        }
    }
}

/// Hands a string to the host, which calls `cabi_post_…` as soon as it has copied it.
pub fn give(text: String) -> *const Slice {
    let bytes = Box::leak(text.into_boxed_str().into_boxed_bytes());
    unsafe {
        RESULT = Slice { address: bytes.as_mut_ptr(), length: bytes.len() };
        &raw const RESULT
    }
}

/// Frees what [`give`] gave.
pub unsafe fn take_back(result: *const Slice) {
    unsafe {
        let Slice { address, length } = result.read();
        if length > 0 {
            drop(Vec::from_raw_parts(address, length, length));
        }
    }
}
