package org.macrostate.spark;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.macrostate.engine.cli.Cli;

/** The program {@code macrostate} whose tasks are done by the executors of a Spark cluster. */
public final class SparkMain {
    private SparkMain() {}

    /** Runs a command; the exit status is that of {@code macrostate}. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status;
        try (JavaSparkContext spark =
                new JavaSparkContext(new SparkConf().setIfMissing("spark.app.name", "macrostate"))) {
            status = Cli.run(args, out, err, new SparkCluster(spark));
        }
        out.flush();
        System.exit(status);
    }
}
