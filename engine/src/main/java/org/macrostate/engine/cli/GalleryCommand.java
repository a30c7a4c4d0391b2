package org.macrostate.engine.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.macrostate.engine.gallery.Gallery;
import org.macrostate.engine.gallery.GalleryEntry;
import org.macrostate.engine.option.Assignments;
import org.macrostate.equations.BadInput;
import org.macrostate.reports.table.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code gallery --out SITE}: a site of static pages, one for every bundled model and study. */
@Command(
        name = "gallery",
        description = "A static site: a page for every bundled model and study.",
        footer = {
            "",
            "All pages take several minutes: the studies run SGD, too. The site needs no server:",
            "open SITE/index.html.",
            "Example:  macrostate gallery --only oja --out site"
        })
final class GalleryCommand implements Callable<Integer>, DeclaredOptions.Mixed {
    private final Call call;

    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--only",
            paramLabel = "NAME,…",
            description = {
                "only the pages of these models and studies; a study that is called like a",
                "model is NAME.study"
            })
    private Optional<String> only = Optional.empty();

    GalleryCommand(Call call) {
        this.call = call;
    }

    @Override
    public void mixInto(CommandSpec own) {
        own.addMixin("common", common.spec());
    }

    @Override
    public Integer call() {
        Path out = OutputTarget.named(common.out.orElseThrow(() -> new BadInput("gallery needs --out FOLDER")));
        List<String> wanted = only.map(Assignments::names).orElse(List.of());
        List<GalleryEntry> entries;
        try {
            entries = new Gallery(out, common.force, common.work(call.terminal()), Cli.normalised(call.args()))
                    .write(wanted);
        } catch (UncheckedIOException unwritten) {
            throw new BadInput(Cli.said(unwritten));
        }
        if (common.json) {
            Map<String, Object> json = new LinkedHashMap<>();
            entries.forEach(entry -> json.put(entry.address(), entry.note()));
            call.terminal().out().print(JsonText.document(json));
        } else if (!common.quiet) {
            entries.forEach(entry -> call.terminal().show(out.resolve(entry.address()) + ": " + entry.note() + "\n"));
            call.terminal().show("written: " + out.resolve("index.html") + ", with " + entries.size() + " pages\n");
        }
        return ExitStatus.DONE.code();
    }
}
