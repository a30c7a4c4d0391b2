package org.macrostate.equations.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IrreducibleBlocksTest {
    @Test
    void two_elements_share_a_block_exactly_if_each_can_be_reached_from_the_other() {
        Random random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            int n = 1 + random.nextInt(9);
            boolean[][] reach = new boolean[n][n];
            List<TreeSet<Integer>> rows = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                TreeSet<Integer> row = new TreeSet<>();
                for (int j = 0; j < n; j++) {
                    if (random.nextDouble() < 1.5 / n) {
                        row.add(j);
                        reach[i][j] = true;
                    }
                }
                reach[i][i] = true;
                rows.add(row);
            }
            for (int k = 0; k < n; k++) {
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        reach[i][j] |= reach[i][k] && reach[k][j];
                    }
                }
            }
            List<List<Integer>> expected = IntStream.range(0, n)
                    .mapToObj(i -> IntStream.range(0, n)
                            .filter(j -> reach[i][j] && reach[j][i])
                            .boxed()
                            .toList())
                    .distinct()
                    .toList();
            assertEquals(expected, IrreducibleBlocks.of(rows));
        }
    }
}
