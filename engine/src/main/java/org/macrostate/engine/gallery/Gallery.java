package org.macrostate.engine.gallery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.analysis.Answered;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.LimitedTime;
import org.macrostate.engine.cache.SystemCache;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.ModelSource;
import org.macrostate.engine.model.Settings;
import org.macrostate.engine.model.SymbolicWork;
import org.macrostate.engine.model.Theory;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.engine.output.OutputFiles;
import org.macrostate.engine.study.BundledStudies;
import org.macrostate.engine.study.StudyCopies;
import org.macrostate.engine.study.StudyFile;
import org.macrostate.engine.study.StudyRun;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.reports.live.GalleryIndex;

/**
 * Makes a site of static pages from what is bundled.
 *
 * @param folder of the site
 * @param force whether files that are not this program's are overwritten
 * @param work threads, and whom to tell how far it is
 * @param command that makes it
 */
public record Gallery(Path folder, boolean force, ExecutionContext work, String command) {
    private static final String INDEX = "index.html";
    private static final String MODELS = "models";
    private static final String STUDIES = "studies";

    /** Names of all pages there can be: models, then studies; a study that is called like a model ends in {@code .study}. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(BundledModels.names());
        BundledStudies.names()
                .forEach(name -> names.add(BundledModels.names().contains(name) ? name + ".study" : name));
        return names;
    }

    /**
     * Writes the pages and the index.
     *
     * @param only names of the pages; all if there are none
     * @return what was written, in the order of the index
     * @throws BadInput if a name is unknown or a file of others is in the way
     */
    public List<GalleryEntry> write(List<String> only) {
        for (String name : only) {
            if (!names().contains(name)) {
                throw BadInput.unknownName("page", name, names());
            }
        }
        OutputFiles top = new OutputFiles(folder, force);
        top.claim(List.of(INDEX));
        List<String> wanted = only.isEmpty()
                ? names()
                : names().stream().filter(only::contains).toList();
        List<GalleryEntry> entries = new ArrayList<>();
        for (String page : wanted) {
            boolean isModel = BundledModels.names().contains(page);
            entries.add(isModel ? model(page) : study(page.replaceFirst("\\.study$", "")));
        }
        MadeBy madeBy = new MadeBy(
                MadeBy.thisProgram(), "", "", Map.of(), Map.of(), Optional.empty(), Map.of(), Map.of(), command);
        List<GalleryIndex.Link> links = entries.stream()
                .map(e -> new GalleryIndex.Link(e.isStudy(), e.name(), e.title(), e.address(), e.note()))
                .toList();
        top.write(INDEX, new GalleryIndex(links, MadeBy.thisProgram()).render(), madeBy);
        return entries;
    }

    private static ModelInstance instance(String model) {
        return ModelInstance.of(
                BundledModels.problem(model),
                new Settings(Map.of(), Map.of(), Theory.UNSTATED),
                new SymbolicWork(TimeLimit.DEFAULT, SystemCache.standard()));
    }

    private GalleryEntry model(String name) {
        OutputFiles files = new OutputFiles(folder.resolve(MODELS), force);
        String file = name + ".html";
        files.claim(List.of(file));
        ModelPage page = ModelPage.of(instance(name), work, command);
        files.write(file, page.html(), page.madeBy());
        return new GalleryEntry(name, BundledModels.describe(name), false, MODELS + "/" + file, page.note());
    }

    private GalleryEntry study(String name) {
        StudyFile study = BundledStudies.study(name).writtenAs(List.of("html"));
        OutputFiles files = new OutputFiles(folder.resolve(STUDIES).resolve(name), force);
        StudyRun.Result result = new StudyRun(
                        study,
                        model -> ModelSource.read(model, Path.of("")),
                        files,
                        false,
                        work,
                        LimitedTime.NONE,
                        "macrostate study " + name + " --out " + name,
                        Optional.of(new StudyCopies(
                                BundledStudies.text(name), model -> ModelSource.text(model, Path.of("")))),
                        List.of())
                .run();
        long open = result.items().stream()
                .map(Answered::failure)
                .filter(Optional::isPresent)
                .count();
        String note = result.items().size() + " questions" + (open == 0 ? "" : ", " + open + " not answered")
                + (result.claims().isEmpty() ? "" : ", " + result.claims().size() + " claims");
        return new GalleryEntry(name, study.title(), true, STUDIES + "/" + name + "/report.html", note);
    }
}
