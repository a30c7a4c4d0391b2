package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.engine.cli.Cli;
import org.macrostate.engine.cli.JobTasks;
import org.macrostate.engine.sweep.Cluster;
import org.macrostate.engine.sweep.Job;

/**
 * A cluster as the program sees one: it gets a job as text over a wire, makes the tasks from it, and sends bytes back. What
 * a real one adds is proved in {@code .ci/run}.
 */
class ClusterTest {
    @TempDir
    private Path folder;

    /** There and back as over a network. */
    private static Object sent(Serializable object) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(object);
            }
            return new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException | ClassNotFoundException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Does tasks from the last to the first, and loses its power after some. */
    private record Machines(int lifetime) implements Cluster {
        @Override
        public void carryOut(Job job, long[] tasks, Sink sink) {
            JobTasks made = JobTasks.of((Job) sent(job));
            for (int i = tasks.length - 1; i >= 0; i--) {
                if (tasks.length - i > lifetime) {
                    throw new IllegalStateException("no power");
                }
                sink.done(tasks[i], ((JobTasks.Outcome) sent(made.outcome(tasks[i]))).bytes());
            }
        }
    }

    private static Called on(Cluster cluster, String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Cli.run(
                line.split(" "),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                cluster);
        return new Called(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simulate oja --dimension 30 --runs 6 --until 1 --points 3 --quiet",
                "check oja --dimension 20,40 --runs 4 --until 1 --quiet --json",
                "passage oja --dimension 20,40 --runs 3 --of q --above 0.3 --until 30 --reduced --quiet",
                "sweep oja --over omega=1:2:20,tau=[0.1,0.2] --measure phase;eigenvalue --quiet",
                "basins linear-vae --start m=-0.5:0.5:3,d=-0.5:0.5:2 --quiet",
            })
    void its_answer_is_that_of_threads(String line) {
        Called threads = Called.line(line);
        Called cluster = on(new Machines(1000), line);
        assertEquals(threads.out(), cluster.out());
        assertEquals(threads.status(), cluster.status(), cluster.err());
        assertFalse(threads.out().isEmpty());
    }

    @Test
    void a_model_of_a_file_is_sent_as_text() throws IOException {
        Path model = Files.writeString(folder.resolve("line.yaml"), "model: line\nflow: {X: 1 - X}\n");
        String line = "sweep " + model + " --over ";
        Called bad = on(new Machines(9), line + "X=0:1:2 --measure X");
        assertEquals(2, bad.status(), bad.err());
        Files.writeString(model, "model: line\nparameters: {a: {value: 1}}\nflow: {X: a - X}\nobservables: {x: X}\n");
        Cluster cluster = (job, tasks, sink) -> {
            try {
                Files.delete(model);
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
            new Machines(9).carryOut(job, tasks, sink);
        };
        Called done = on(cluster, line + "a=[1,2] --measure x --quiet").succeeds();
        assertEquals("a,x,notes\r\n1,1,\r\n2,2,\r\n", done.out().replace(".0", ""));
    }

    @Test
    void a_driver_that_stops_goes_on_from_what_it_kept() throws IOException {
        String line = "simulate oja --dimension 30 --runs 8 --until 1 --points 3 --quiet --out ";
        Path whole = folder.resolve("whole.csv");
        Path part = folder.resolve("part.csv");
        Called.line(line + whole).succeeds();
        assertEquals(70, on(new Machines(3), line + part).status());
        assertTrue(Files.exists(folder.resolve(".part.csv.pieces")));
        Cluster rest = (job, tasks, sink) -> {
            assertEquals(5, tasks.length);
            new Machines(5).carryOut(job, tasks, sink);
        };
        on(rest, line + part + " --resume").succeeds();
        assertEquals(-1, Files.mismatch(whole, part));
        assertFalse(Files.exists(folder.resolve(".part.csv.pieces")));
    }

    @Test
    void an_executor_that_computes_otherwise_is_refused() {
        Cluster other = (job, tasks, sink) -> new Machines(9)
                .carryOut(
                        new Job(job.arguments(), job.modelText(), job.hash(), "Java 99, vax, arithmetic 0, build 0"),
                        tasks,
                        sink);
        Called refused = on(other, "simulate oja --dimension 9 --runs 2 --until 1 --quiet");
        assertEquals(2, refused.status());
        assertTrue(
                refused.err().contains("the driver with Java 99, vax, arithmetic 0, build 0; their results may differ"),
                refused.err());
    }

    @Test
    void what_fails_elsewhere_is_said_here() {
        Cluster failing = (job, tasks, sink) ->
                sink.done(tasks[0], ((JobTasks.Outcome) sent(JobTasks.failed(new OutOfMemoryError()))).bytes());
        on(failing, "simulate oja --dimension 9 --runs 2 --until 1 --quiet")
                .isRefused("this takes more memory than there is");
    }

    @Test
    void shards_and_clusters_exclude_each_other() {
        on(
                        new Machines(9),
                        "simulate oja --dimension 9 --runs 2 --until 1 --shard 1/2 --out " + folder.resolve("x.csv"))
                .isRefused("here the cluster shares the tasks");
    }
}
