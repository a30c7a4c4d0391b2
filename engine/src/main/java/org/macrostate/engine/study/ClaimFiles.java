package org.macrostate.engine.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.engine.output.OutputFiles;
import org.macrostate.engine.study.claim.ClaimFinding;
import org.macrostate.engine.study.claim.CriterionFinding;
import org.macrostate.equations.tensor.ExpressionText;

/** The verdicts as files: {@code claims.json} with all numbers, {@code claims.csv} a line a criterion. */
final class ClaimFiles {
    private static final String JSON = "claims.json";
    private static final String CSV = "claims";
    static final List<String> NAMES = List.of(JSON, CSV + ".csv");
    private static final List<String> COLUMNS =
            List.of("claim", "criterion", "verdict", "measured", "standard error", "least", "most");

    private final OutputFiles files;
    private final MadeBy madeBy;

    ClaimFiles(OutputFiles files, MadeBy madeBy) {
        this.files = files;
        this.madeBy = madeBy;
    }

    void write(List<ClaimFinding> findings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("claims", findings.stream().map(ClaimFiles::json).toList());
        json.put(MadeBy.KEY, madeBy.json());
        files.writeJson(JSON, json);
        List<List<Object>> rows = new ArrayList<>();
        for (ClaimFinding finding : findings) {
            finding.criteria().forEach(c -> rows.add(row(finding, c)));
        }
        files.write(CSV + ".csv", new DataTable(CSV, COLUMNS, rows).csv(), madeBy);
    }

    private static List<Object> row(ClaimFinding finding, CriterionFinding c) {
        return List.of(
                finding.claim().name(),
                c.criterion().that(),
                c.verdict().text(),
                cell(c.measured()),
                cell(c.error()),
                cell(c.low()),
                cell(c.high()));
    }

    private static Object cell(double value) {
        return Double.isFinite(value) ? (Object) value : "";
    }

    private static Map<String, Object> json(ClaimFinding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("claim", finding.claim().name());
        json.put("title", finding.claim().title());
        json.put("says", finding.claim().says());
        json.put("cite", finding.claim().cite());
        json.put("verdict", finding.verdict().text());
        Map<String, Object> measures = new LinkedHashMap<>();
        finding.measured().forEach((name, m) -> {
            Map<String, Object> measure = new LinkedHashMap<>();
            measure.put("value", finite(m.value()));
            measure.put("standard error", finite(m.error()));
            if (!m.why().isEmpty()) {
                measure.put("why not", m.why());
            }
            measures.put(name, measure);
        });
        json.put("measures", measures);
        json.put("criteria", finding.criteria().stream().map(ClaimFiles::json).toList());
        return json;
    }

    private static Map<String, Object> json(CriterionFinding c) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("that", c.criterion().that());
        json.put("verdict", c.verdict().text());
        json.put("measured", finite(c.measured()));
        json.put("least", finite(c.low()));
        json.put("most", finite(c.high()));
        c.form().ifPresent(form -> json.put("closed form", ExpressionText.of(form)));
        if (!c.note().isEmpty()) {
            json.put("note", c.note());
        }
        return json;
    }

    private static Object finite(double value) {
        return Double.isFinite(value) ? (Object) value : Optional.empty();
    }
}
