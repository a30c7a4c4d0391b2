/**
 * The front door: a model, what is asked of it, and answers as plain numbers, texts and tables. The package {@code api} is
 * all that other modules see; the rest may change from one version to the next.
 */
module org.macrostate.engine {
    requires transitive org.macrostate.equations;
    requires transitive org.jspecify;
    requires org.macrostate.solvers;
    requires org.macrostate.reports;
    requires hipparchus.core;
    requires info.picocli;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires me.tongfei.progressbar;
    requires java.desktop;
    requires org.snakeyaml.engine.v2;
    requires org.objectweb.asm;
    requires org.apache.commons.rng.api;
    requires org.apache.commons.rng.core;
    requires org.apache.commons.rng.sampling;
    requires org.apache.commons.rng.simple;
    requires com.google.common;
    requires org.apache.commons.lang3;
    requires org.apache.logging.log4j;
    requires org.jgrapht.core;
    requires logicng;
    requires org.slf4j;

    exports org.macrostate.engine.api;

    opens org.macrostate.engine.cli to
            info.picocli;
    opens org.macrostate.engine.record to
            com.fasterxml.jackson.databind;
}
