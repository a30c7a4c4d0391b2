package org.macrostate.engine.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is there whole or not at all, whenever the program is stopped: written under a temporary name beside its
 * place, then renamed. An interrupt removes the temporary file; what a kill left behind goes at the next write.
 */
public record WholeFile(Path folder, String name) {
    private static final String PART = ".part";

    /** What writes a file's content. */
    @FunctionalInterface
    public interface Content {
        /** @param out buffered, not to be closed */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Makes the folder if there is none, and puts the content in the place of what was there. */
    public void write(Content content) throws IOException {
        write(content, () -> {});
    }

    /**
     * The same.
     *
     * @param complete is run when the content is whole and before it stands in its place
     */
    void write(Content content, Runnable complete) throws IOException {
        Files.createDirectories(folder);
        removeLeftOvers();
        Path temporary = folder.resolve(start() + ProcessHandle.current().pid() + PART);
        temporary.toFile().deleteOnExit();
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                content.writeTo(out);
            }
            complete.run();
            move(temporary, folder.resolve(name));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private String start() {
        return "." + name + "-";
    }

    private void removeLeftOvers() throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, this::isLeftOver)) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }

    private boolean isLeftOver(Path path) {
        String file = path.getFileName().toString();
        if (!file.startsWith(start()) || !file.endsWith(PART)) {
            return false;
        }
        String process = file.substring(start().length(), file.length() - PART.length());
        return process.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(process)).isEmpty();
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
