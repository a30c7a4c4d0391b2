package org.macrostate.engine.cache;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Entries in a folder, one file each: {@code magic, SHA-256 of the rest, key, payload}. The key is in the entry too, so that
 * a file under another's name is not taken for it. An entry that another user wrote, or could have, is
 * not taken. Reading and writing never fail: a miss, or nothing kept.
 */
final class CacheFolder {
    private static final int MAGIC = 0x4d435331;
    private static final int DIGEST = 32;
    private static final long LARGEST = 64L << 20;
    private static final int MOST_ENTRIES = 400;
    private static final String SUFFIX = ".entry";

    private final Path folder;

    CacheFolder(Path folder) {
        this.folder = folder;
    }

    private Path file(String key) {
        return folder.resolve(hex(digest(key.getBytes(java.nio.charset.StandardCharsets.UTF_8))) + SUFFIX);
    }

    /** The payload kept under a key, if there is one that is whole. */
    Optional<byte[]> read(String key) {
        Path file = file(key);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    || Files.size(file) > LARGEST
                    || !OwnFiles.isOnlyOurs(file)) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                return payload(key, in.readAllBytes());
            }
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> payload(String key, byte[] entry) throws IOException {
        DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(entry));
        if (in.readInt() != MAGIC) {
            return Optional.empty();
        }
        byte[] expected = in.readNBytes(DIGEST);
        byte[] rest = in.readAllBytes();
        if (!MessageDigest.isEqual(expected, digest(rest))) {
            return Optional.empty();
        }
        DataInputStream inside = new DataInputStream(new java.io.ByteArrayInputStream(rest));
        return inside.readUTF().equals(key) ? Optional.of(inside.readAllBytes()) : Optional.empty();
    }

    /** Keeps a payload if it can: written beside, then moved, so that no reader sees half an entry. */
    void write(String key, byte[] payload) {
        try {
            OwnFiles.createFolder(folder);
            ByteArrayOutputStream rest = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(rest);
            out.writeUTF(key);
            out.write(payload);
            // a temporary file is readable by its owner only
            Path beside = Files.createTempFile(folder, "new", ".part");
            try (DataOutputStream file = new DataOutputStream(Files.newOutputStream(beside))) {
                file.writeInt(MAGIC);
                file.write(digest(rest.toByteArray()));
                file.write(rest.toByteArray());
            }
            Files.move(beside, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            removeOldest();
        } catch (IOException | UncheckedIOException | SecurityException e) {
            return;
        }
    }

    private void removeOldest() throws IOException {
        List<Path> entries;
        try (Stream<Path> files = Files.list(folder)) {
            entries = files.filter(f -> f.toString().endsWith(SUFFIX)).toList();
        }
        if (entries.size() <= MOST_ENTRIES) {
            return;
        }
        List<Path> byAge = entries.stream()
                .sorted(Comparator.comparing(CacheFolder::age))
                .limit(entries.size() - MOST_ENTRIES / 2)
                .toList();
        for (Path old : byAge) {
            Files.deleteIfExists(old);
        }
    }

    private static long age(Path file) {
        return file.toFile().lastModified();
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String hex(byte[] digest) {
        return java.util.HexFormat.of().formatHex(Arrays.copyOf(digest, DIGEST / 2));
    }
}
