package org.macrostate.equations.model;

import java.util.List;

/** The sections of a model that declare names, with what may be said of each name. */
enum ModelSection {
    SIZES("sizes", "size", "value"),
    PARAMETERS("parameters", "parameter", "value", "domain", "about", "copies", "tex"),
    SPECTRA(
            "spectra",
            "spectrum",
            "blocks",
            "value",
            "weight",
            "power",
            "marchenko-pastur",
            "density",
            "values",
            "about"),
    VECTORS("vectors", "vector", "copies", "rate", "fixed", "overlaps", "blocks", "norm", "about", "tex"),
    SCALARS("scalars", "scalar", "copies", "rate", "start", "domain", "about", "tex"),
    RANDOMS("randoms", "random factor", "copies", "law", "classes", "probabilities", "about", "tex"),
    SAMPLES("samples", "sample", "value", "copies", "about", "tex"),
    FIELDS("fields", "field", "value", "about", "tex"),
    ORDER("order", "overlap", "value", "about", "tex"),
    OBSERVABLES("observables", "observable", "value", "about", "tex"),
    PHASES("phases", "phase", "value", "about");

    private final String key;
    private final String singular;
    private final List<String> parts;

    ModelSection(String key, String singular, String... parts) {
        this.key = key;
        this.singular = singular;
        this.parts = List.of(parts);
    }

    /** The key in a model file. */
    String key() {
        return key;
    }

    /** What one name of the section is. */
    String singular() {
        return singular;
    }

    /** The keys that may be said of a name. */
    List<String> parts() {
        return parts;
    }
}
