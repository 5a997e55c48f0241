package dev.graft.compiler.text;

import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ArrayType;
import dev.graft.artifact.type.CompositeType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FieldType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.Limits;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.PackedType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.StorageType;
import dev.graft.artifact.type.StructType;
import dev.graft.artifact.type.SubType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Parses types.
///
/// @see <a href="https://webassembly.github.io/spec/core/text/types.html">Text Format,
/// "Types"</a>
final class TypeParser {

	private static final Map<String, ValueType> NAMED_TYPES = namedTypes();

	private static final Map<String, HeapType> HEAP_TYPES = heapTypes();

	private final TokenCursor cursor;

	private final IndexSpace names;

	private final TypeDefinitions definitions;

	TypeParser(TokenCursor cursor, IndexSpace names, TypeDefinitions definitions) {
		this.cursor = cursor;
		this.names = names;
		this.definitions = definitions;
	}

	private static Map<String, ValueType> namedTypes() {
		Map<String, ValueType> named = new HashMap<>();
		for (NumberType type : NumberType.values()) {
			named.put(type.toString(), type);
		}
		for (HeapType.Abstract heapType : HeapType.Abstract.values()) {
			ReferenceType nullable = new ReferenceType(true, heapType);
			named.put(nullable.toString(), nullable);
		}
		named.put(VectorType.V128.toString(), VectorType.V128);
		return named;
	}

	private static Map<String, HeapType> heapTypes() {
		Map<String, HeapType> named = new HashMap<>();
		for (HeapType.Abstract heapType : HeapType.Abstract.values()) {
			named.put(heapType.toString(), heapType);
		}
		return named;
	}

	/// Whether a reference type is next.
	boolean atReferenceType() {
		return this.cursor.atForm("ref")
				|| (this.cursor.at(TokenKind.KEYWORD) && NAMED_TYPES.get(this.cursor.text()) instanceof ReferenceType);
	}

	/// A value type.
	ValueType valueType() {
		if (this.cursor.tryForm("ref")) {
			boolean nullable = this.cursor.tryKeyword("null");
			ReferenceType type = new ReferenceType(nullable, heapType());
			this.cursor.close();
			return type;
		}
		@Nullable ValueType named = this.cursor.at(TokenKind.KEYWORD) ? NAMED_TYPES.get(this.cursor.text()) : null;
		if (named == null) {
			throw this.cursor.unexpectedForm("a value type");
		}
		this.cursor.skip();
		return named;
	}

	/// A reference type.
	ReferenceType referenceType() {
		if (!atReferenceType()) {
			throw this.cursor.unexpectedForm("a reference type");
		}
		return (ReferenceType) valueType();
	}

	/// A heap type: one with a name, or an index.
	HeapType heapType() {
		if (this.cursor.atIndex()) {
			return new HeapType.Concrete(this.names.resolve(this.cursor));
		}
		@Nullable HeapType named = this.cursor.at(TokenKind.KEYWORD) ? HEAP_TYPES.get(this.cursor.text()) : null;
		if (named == null) {
			throw this.cursor.unexpected("a heap type");
		}
		this.cursor.skip();
		return named;
	}

	/// The types of a form `(result …)` whose beginning has been read.
	void valueTypes(List<ValueType> into) {
		while (!this.cursor.tryClose()) {
			into.add(valueType());
		}
	}

	/// Parameters and results, any number of each.
	FunctionType functionType(ParameterNames parameterNames) {
		List<ValueType> parameters = new ArrayList<>();
		while (this.cursor.tryForm("param")) {
			if (this.cursor.atName()) {
				parameterNames.parameter(this.cursor);
				parameters.add(valueType());
				this.cursor.close();
			}
			else {
				int before = parameters.size();
				valueTypes(parameters);
				parameters.subList(before, parameters.size()).forEach((type) -> parameterNames.unnamedParameter());
			}
		}
		List<ValueType> results = new ArrayList<>();
		while (this.cursor.tryForm("result")) {
			valueTypes(results);
		}
		if (this.cursor.atForm("param")) {
			throw this.cursor.unexpectedForm("no more parameters");
		}
		return new FunctionType(parameters, results);
	}

	/// A type use: the index of a type that is referred to, spelled out, or both.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/text/modules.html#type-uses">Text
	/// Format, "Type Uses"</a>
	int typeUse(ParameterNames parameterNames) {
		int start = this.cursor.token();
		if (!this.cursor.tryForm("type")) {
			return this.definitions.indexOf(functionType(parameterNames));
		}
		int index = this.names.resolve(this.cursor);
		this.cursor.close();
		FunctionType inline = functionType(parameterNames);
		@Nullable FunctionType declared = this.definitions.functionAt(index);
		if (!inline.mentions().isEmpty()) {
			checkInline(start, index, inline, declared);
		}
		else if (declared != null) {
			declared.parameters().forEach((type) -> parameterNames.unnamedParameter());
		}
		return index;
	}

	private void checkInline(int token, int index, FunctionType inline, @Nullable FunctionType declared) {
		if (declared == null) {
			throw this.cursor.error(token, "unknown type", "a function type", "index " + index);
		}
		if (!declared.equals(inline)) {
			throw this.cursor.error(token, "inline function type", "type " + index + ", " + declared,
					inline.toString());
		}
	}

	/// The type of a block: the same as a type use, but the common ones need no type
	/// index.
	BlockType blockType() {
		if (this.cursor.atForm("type")) {
			return new BlockType.Indexed(typeUse(ParameterNames.FORBIDDEN));
		}
		FunctionType type = functionType(ParameterNames.FORBIDDEN);
		if (type.parameters().isEmpty() && type.results().isEmpty()) {
			return BlockType.EMPTY;
		}
		if (type.parameters().isEmpty() && type.results().size() == 1) {
			return new BlockType.Result(type.results().getFirst());
		}
		return new BlockType.Indexed(this.definitions.indexOf(type));
	}

	/// The rest of `(type id? subtype)` after the keyword.
	/// @param fieldNames where the identifiers of a structure's fields go
	SubType typeDefinition(IndexSpace fieldNames) {
		if (this.cursor.at(TokenKind.IDENTIFIER)) {
			this.cursor.takeIdentifier();
		}
		SubType type = subType(fieldNames);
		this.cursor.close();
		return type;
	}

	private SubType subType(IndexSpace fieldNames) {
		if (!this.cursor.tryForm("sub")) {
			return SubType.of(compositeType(fieldNames));
		}
		boolean isFinal = this.cursor.tryKeyword("final");
		List<Integer> supertypes = new ArrayList<>();
		while (this.cursor.atIndex()) {
			supertypes.add(this.names.resolve(this.cursor));
		}
		SubType type = new SubType(isFinal, supertypes, compositeType(fieldNames));
		this.cursor.close();
		return type;
	}

	private CompositeType compositeType(IndexSpace fieldNames) {
		if (this.cursor.tryForm("struct")) {
			return structureType(fieldNames);
		}
		if (this.cursor.tryForm("array")) {
			ArrayType type = new ArrayType(fieldType());
			this.cursor.close();
			return type;
		}
		this.cursor.openForm("func");
		FunctionType type = functionType(ParameterNames.IGNORED);
		this.cursor.close();
		return type;
	}

	private StructType structureType(IndexSpace names) {
		List<FieldType> fields = new ArrayList<>();
		while (this.cursor.tryForm("field")) {
			if (this.cursor.atName()) {
				names.define(this.cursor);
				fields.add(fieldType());
				this.cursor.close();
			}
			else {
				while (!this.cursor.tryClose()) {
					names.define();
					fields.add(fieldType());
				}
			}
		}
		this.cursor.close();
		return new StructType(fields);
	}

	private FieldType fieldType() {
		if (!this.cursor.tryForm("mut")) {
			return FieldType.immutable(storageType());
		}
		StorageType storage = storageType();
		this.cursor.close();
		return FieldType.mutable(storage);
	}

	private StorageType storageType() {
		if (this.cursor.tryKeyword("i8")) {
			return PackedType.I8;
		}
		return this.cursor.tryKeyword("i16") ? PackedType.I16 : valueType();
	}

	/// A table type without what may follow it.
	ExternalType.Table tableType() {
		AddressType addressType = addressType();
		Limits limits = limits();
		return new ExternalType.Table(addressType, limits, referenceType());
	}

	/// A memory type.
	ExternalType.Memory memoryType() {
		AddressType addressType = addressType();
		Limits limits = limits();
		boolean shared = this.cursor.tryKeyword("shared");
		return new ExternalType.Memory(addressType, limits, shared, pageSizeLog2());
	}

	/// The type of the addresses, `i32` unless it is stated.
	AddressType addressType() {
		if (this.cursor.tryKeyword("i64")) {
			return AddressType.I64;
		}
		this.cursor.tryKeyword("i32");
		return AddressType.I32;
	}

	private Limits limits() {
		long minimum = this.cursor.takeU64();
		return this.cursor.at(TokenKind.INTEGER) ? Limits.between(minimum, this.cursor.takeU64())
				: Limits.from(minimum);
	}

	/// The binary logarithm of the page size, that of 64 KiB unless it is stated.
	int pageSizeLog2() {
		int token = this.cursor.token();
		if (!this.cursor.tryForm("pagesize")) {
			return ExternalType.Memory.DEFAULT_PAGE_SIZE_LOG2;
		}
		int pageSize = this.cursor.takeU32();
		this.cursor.close();
		if (Integer.bitCount(pageSize) != 1) {
			throw this.cursor.error(token, "invalid custom page size", "a power of two",
					Integer.toUnsignedString(pageSize));
		}
		return Integer.numberOfTrailingZeros(pageSize);
	}

	/// A global type.
	ExternalType.Global globalType() {
		if (!this.cursor.tryForm("mut")) {
			return new ExternalType.Global(valueType(), false);
		}
		ValueType type = valueType();
		this.cursor.close();
		return new ExternalType.Global(type, true);
	}

}
