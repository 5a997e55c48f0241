;; Damaged module 12061. A function calls itself in tail position, and is malformed behind that (a memory argument with the flags 0x80).
;; It was not refused, since its call had been forgotten when it turned out not to be a body.
(assert_malformed
  (module binary
    "\00asm" "\01\00\00\00"
    "\01\04\01\60\00\00"                      ;; type 0: [] -> []
    "\03\02\01\00"                            ;; a function
    "\05\03\01\00\01"                         ;; a memory
    "\0a\0e\01\0c\00"                         ;; its body:
    "\12\00"                                  ;; return_call 0
    "\41\00\28\80\01\00\1a"                   ;; i32.const 0, i32.load, drop
    "\01\0b")                                 ;; nop, end
  "malformed memop flags")
