/**
 * The front door for Java alone: what else the jar holds is for this program, and other modules do not see it.
 *
 * <p>Compiled beside the classes and put into the jar by the build, so that the program itself and its tests go on by the class
 * path: computer algebra and most libraries under it are automatic modules. What those use of explicit modules is required
 * here, since an automatic module says nothing of what it needs.
 */
module org.macrostate.engine {
    requires transitive org.macrostate.equations;
    requires transitive org.jspecify;
    requires org.macrostate.reports;
    requires org.macrostate.solvers;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires hipparchus.core;
    requires info.picocli;
    requires java.desktop;
    requires me.tongfei.progressbar;

    // of automatic modules
    requires com.google.common;
    requires logicng;
    requires org.apache.commons.lang3;
    requires org.apache.commons.rng.api;
    requires org.apache.commons.rng.core;
    requires org.apache.commons.rng.sampling;
    requires org.apache.commons.rng.simple;
    requires org.apache.logging.log4j;
    requires org.jgrapht.core;
    requires org.objectweb.asm;
    requires org.slf4j;
    requires org.snakeyaml.engine.v2;

    exports org.macrostate.engine.api;

    opens org.macrostate.engine.cli to
            info.picocli;
    opens org.macrostate.engine.record to
            com.fasterxml.jackson.databind;
}
