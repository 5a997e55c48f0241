package dev.graft.engine.link;

import java.lang.invoke.MethodHandle;

/// The classes of the embedding API that the signatures of host functions may mention.
/// They are handed in because this package does not know that API.
///
/// Conversions of functions take an `ExecutionContext` too, as a function object belongs
/// to a store.
///
/// @param callerOf the caller that a host function sees: `(ModuleInstance)Caller`
/// @param toFunc the object for a reference to a function: `(Object,
/// ExecutionContext)Func`
/// @param fromFunc the reference for an object: `(Func, ExecutionContext)Object`
/// @param vectorOf the object for a vector: `(long low, long high)V128`
/// @param lowOf the lower half of a vector: `(V128)long`
/// @param highOf the upper half of a vector: `(V128)long`
/// @param toExnRef the object for a reference to an exception: `(Object,
/// ExecutionContext)ExnRef`
/// @param fromExnRef the reference for an object: `(ExnRef, ExecutionContext)Object`
/// @param toGuest what the guest meets of what a host function throws: an exception that
/// the guest can catch, or the same object: `(Throwable, ModuleInstance)Throwable`
public record HostClasses(MethodHandle callerOf, MethodHandle toFunc, MethodHandle fromFunc, MethodHandle vectorOf,
		MethodHandle lowOf, MethodHandle highOf, MethodHandle toExnRef, MethodHandle fromExnRef,
		MethodHandle toGuest) {

	/// The class that stands for a vector.
	Class<?> vectorClass() {
		return this.vectorOf.type().returnType();
	}

	/// The class of the first parameter of a host function that wants to know who calls.
	Class<?> callerClass() {
		return this.callerOf.type().returnType();
	}

	/// The class that stands for an exception.
	Class<?> exnRefClass() {
		return this.toExnRef.type().returnType();
	}

	/// The class that stands for a function.
	Class<?> funcClass() {
		return this.toFunc.type().returnType();
	}

}
