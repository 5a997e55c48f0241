//! The host functions of the shop: the imports of the world `pricing`.

use crate::abi::Slice;

mod raw {
    use crate::abi::Slice;

    #[link(wasm_import_module = "shop:plugins/catalog")]
    unsafe extern "C" {
        #[link_name = "unit-price"]
        pub fn unit_price(sku: *const u8, length: usize) -> i64;
    }

    #[link(wasm_import_module = "shop:plugins/currencies")]
    unsafe extern "C" {
        pub fn rate(currency: *const u8, length: usize) -> f64;
    }

    #[link(wasm_import_module = "shop:plugins/customers")]
    unsafe extern "C" {
        pub fn tier(customer: *const u8, length: usize, result: *mut Slice);
    }

    #[link(wasm_import_module = "shop:plugins/log")]
    unsafe extern "C" {
        pub fn error(message: *const u8, length: usize);
    }
}

/// The price of one piece, in cents.
pub fn unit_price(sku: &str) -> i64 {
    unsafe { raw::unit_price(sku.as_ptr(), sku.len()) }
}

/// How many units of the currency one euro buys.
pub fn rate(currency: &str) -> f64 {
    unsafe { raw::rate(currency.as_ptr(), currency.len()) }
}

/// "standard", "silver" or "gold".
pub fn tier(customer: &str) -> String {
    let mut result = Slice::EMPTY;
    unsafe {
        raw::tier(customer.as_ptr(), customer.len(), &mut result);
        result.into_string()
    }
}

pub fn error(message: &str) {
    unsafe { raw::error(message.as_ptr(), message.len()) }
}
