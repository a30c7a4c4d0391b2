package org.macrostate.tests.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of documentation: its blocks of code, each with what an HTML comment on the line above says of it.
 *
 * @param name from the top of the sources
 */
record Page(String name, String text, List<Block> blocks) {
    private static final Pattern FENCE = Pattern.compile("(?m)(?:^<!-- (.*) -->\\n)?^```(\\w*)\\n((?s:.*?))^```$");

    /** @param note as in {@code <!-- file: ridge.yaml -->}; empty without */
    record Block(String note, String language, String code) {
        /** The file that a block is the content of. */
        Optional<String> file() {
            return note.startsWith("file: ") ? Optional.of(note.substring("file: ".length())) : Optional.empty();
        }

        boolean isSlow() {
            return note.equals("slow");
        }

        /** Only a block that says why is not run. */
        boolean isNotRun() {
            return note.startsWith("not run: ");
        }
    }

    @Override
    public String toString() {
        return name;
    }

    static Path root() {
        return Path.of(System.getProperty("macrostate.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    /** README.md and every page below a module's {@code docs}. */
    static List<Page> all() throws IOException {
        List<Path> files = new ArrayList<>(List.of(root().resolve("README.md")));
        for (String module : List.of("equations", "solvers", "reports", "engine", "tests")) {
            Path docs = root().resolve(module).resolve("docs");
            if (Files.isDirectory(docs)) {
                try (Stream<Path> pages = Files.walk(docs)) {
                    pages.filter(p -> p.toString().endsWith(".md")).sorted().forEach(files::add);
                }
            }
        }
        List<Page> pages = new ArrayList<>();
        for (Path file : files) {
            pages.add(of(root().relativize(file).toString().replace('\\', '/'), Files.readString(file)));
        }
        return pages;
    }

    static Page named(String name) throws IOException {
        return of(name, Files.readString(root().resolve(name)));
    }

    private static Page of(String name, String text) {
        List<Block> blocks = new ArrayList<>();
        Matcher fence = FENCE.matcher(text);
        while (fence.find()) {
            blocks.add(new Block(Optional.ofNullable(fence.group(1)).orElse(""), fence.group(2), fence.group(3)));
        }
        return new Page(name, text, blocks);
    }
}
