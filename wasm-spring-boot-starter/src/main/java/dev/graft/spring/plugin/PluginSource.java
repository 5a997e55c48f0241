package dev.graft.spring.plugin;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A module as it was read, once and whole: no file stays open, and what is checked is
/// what will run.
public final class PluginSource {

	private final String plugin;

	private final String fileName;

	private final String origin;

	private final byte[] bytes;

	private final String digest;

	/// @param plugin the plugin's name
	/// @param fileName what to call the module in messages and backtraces
	/// @param origin where it was read from, for people
	/// @param bytes the module: binary, text or artifact; not copied
	public PluginSource(String plugin, String fileName, String origin, byte[] bytes) {
		this.plugin = plugin;
		this.fileName = fileName;
		this.origin = origin;
		this.bytes = bytes;
		this.digest = digest(bytes);
	}

	private static String digest(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

	/// The plugin's name.
	public String plugin() {
		return this.plugin;
	}

	/// What to call the module in messages and backtraces.
	public String fileName() {
		return this.fileName;
	}

	/// Where it was read from, for people.
	public String origin() {
		return this.origin;
	}

	/// SHA-256 of the bytes, in hexadecimal digits.
	public String digest() {
		return this.digest;
	}

	byte[] bytes() {
		return this.bytes;
	}

}
