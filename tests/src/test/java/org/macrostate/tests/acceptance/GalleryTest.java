package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macrostate.engine.gallery.Gallery;
import org.macrostate.engine.study.BundledStudies;
import org.macrostate.equations.model.BundledModels;

/** {@code gallery}: a site of pages that lead to one another and to nothing else. */
class GalleryTest {
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]*)\"");

    @TempDir
    Path folder;

    private List<Path> linked(Path site) throws IOException {
        String index = Files.readString(site.resolve("index.html"));
        Matcher link = LINK.matcher(index);
        List<Path> pages = new java.util.ArrayList<>();
        while (link.find()) {
            pages.add(site.resolve(link.group(1)));
        }
        return pages;
    }

    private static void isWhole(Path page) throws IOException {
        String text = Files.readString(page);
        assertTrue(text.startsWith("<!DOCTYPE html>"), page.toString());
        assertTrue(text.contains("default-src 'none'"), page.toString());
        assertFalse(
                text.matches("(?s).*\\b(src|href)=\"?(?!https://(doi|arxiv)|#)[^\"> ]*\\.(js|css).*"), page.toString());
    }

    @Test
    void a_site_has_a_page_for_each_name_and_an_index_that_leads_to_them() throws IOException {
        Path site = folder.resolve("site");
        Called.with("gallery", "--only", "oja,lorenz", "--out", site.toString()).succeeds();
        List<Path> pages = linked(site);
        assertEquals(
                List.of(site.resolve("models/lorenz.html"), site.resolve("models/oja.html")),
                pages.stream().sorted().toList());
        for (Path page : pages) {
            isWhole(page);
            assertTrue(Files.readString(page).contains("class=\"live\""), page.toString());
            assertTrue(Files.size(page) < 400_000, page + ": " + Files.size(page));
        }
    }

    @Test
    void unknown_pages_and_a_missing_folder_are_named() {
        Called called = Called.with("gallery", "--only", "ojja", "--out", folder.toString());
        called.isRefused("unknown page 'ojja'; did you mean 'oja'?");
        assertEquals(
                "macrostate: gallery needs --out FOLDER\n",
                Called.line("gallery").err());
    }

    @Tag("slow")
    @Test
    void every_bundled_model_and_study_has_its_page() throws IOException {
        Path site = folder.resolve("site");
        Called.with("gallery", "--out", site.toString(), "--quiet").succeeds();
        TreeSet<String> expected = new TreeSet<>();
        BundledModels.names().forEach(name -> expected.add("models/" + name + ".html"));
        BundledStudies.names().forEach(name -> expected.add("studies/" + name + "/report.html"));
        List<Path> pages = linked(site);
        TreeSet<String> found = new TreeSet<>();
        pages.forEach(page -> found.add(site.relativize(page).toString().replace('\\', '/')));
        assertEquals(expected, found);
        for (Path page : pages) {
            isWhole(page);
        }
        long live = 0;
        for (Path page : pages) {
            live += Files.readString(page).contains("class=\"live") ? 1 : 0;
        }
        assertTrue(live >= pages.size() - 6, live + " of " + pages.size() + " pages are live");
        assertEquals(pages.size(), Gallery.names().size());
        try (Stream<Path> files = Files.walk(site)) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".tmp")));
        }
    }
}
