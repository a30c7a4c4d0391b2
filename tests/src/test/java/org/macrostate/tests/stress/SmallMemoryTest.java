package org.macrostate.tests.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command with more to do than its examples have, in half a gigabyte. */
class SmallMemoryTest {
    @TempDir
    private Path folder;

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "derive soft-committee --no-cache --expand --size K=4,M=4 --json",
                "derive relu-committee --no-cache --steps",
                "thresholds linear-vae --state learned --solve beta --set lambda=0.1 --no-cache",
                "integrate linear-vae --no-cache --size M=20,Ms=20 --until 1 --points 1000",
                "integrate soft-committee --no-cache --size K=8,M=8 --until 1 --points 2",
                "integrate soft-committee --no-cache --size K=50,M=50 --until 1 --points 2",
                "fixed-points linear-vae --set beta=0.5 --size M=3,Ms=2 --starts 256",
                "branch linear-vae --vary beta=0:3 --size M=2,Ms=2",
                "phase-diagram linear-vae --x beta=0:3:400 --y eta=0:2:400 --out out",
                "basins linear-vae --set beta=1.5 --start m=-1:1:101,d=-1:1:101,Q=2,E=2 --out out",
                "simulate linear-vae --dimension 100000 --runs 4 --until 0.01 --points 11",
                "simulate linear-vae --dimension 1000 --runs 50 --until 100 --reduced --points 1001",
                "check linear-vae --dimension 100,200 --runs 16 --until 5 --set tau=0.1",
                "passage oja --dimension 200,800 --runs 16 --of Abs[q] --above 0.5 --until 30",
                "tune linear-vae --schedule beta=Tanh[gamma*t] --vary gamma=1e-5:1 --goal \"time eps_g < 0.1\" --until 2000",
                "study posterior-collapse --out out"
            })
    void is_enough(String line) throws Exception {
        JarProcess.assumeBuilt();
        List<String> words = java.util.regex.Pattern.compile("\"([^\"]*)\"|\\S+")
                .matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group() : word.group(1))
                .toList();
        ProcessBuilder program = JarProcess.in(folder, List.of("-Xmx512m"), words.toArray(String[]::new));
        program.command().add("--quiet");
        assertEquals(0, program.start().waitFor(), () -> line + "\n" + said());
    }

    private String said() {
        try {
            return JarProcess.messages(folder);
        } catch (java.io.IOException unreadable) {
            return unreadable.toString();
        }
    }
}
