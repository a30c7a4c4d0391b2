package org.macrostate.engine.analysis.sweep;

import java.util.List;
import java.util.Optional;
import org.macrostate.engine.analysis.PointBlock;
import org.macrostate.engine.analysis.PointMeasures;
import org.macrostate.engine.analysis.PointValue;
import org.macrostate.engine.analysis.Tasks;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.record.RecordCodec;
import org.macrostate.engine.sweep.Progress;

/** Measures of one kind over all points of a sweep, block by block. */
final class MeasureGroup {
    private final List<String> texts;
    private final PointMeasures.Prepared prepared;
    private final SweepGrid grid;
    private final ModelInstance subject;
    private final boolean planes;
    private final int threads;

    MeasureGroup(
            List<String> texts, PointMeasures.Prepared prepared, SweepGrid grid, ModelInstance subject, int threads) {
        this.texts = texts;
        this.prepared = prepared;
        this.grid = grid;
        this.subject = subject;
        this.planes = prepared.likesPlanes() && grid.hasPlanes();
        this.threads = threads;
    }

    List<String> texts() {
        return texts;
    }

    Tasks.Group tasks(Progress.Stage stage) {
        return new Tasks.Group() {
            @Override
            public int count() {
                return grid.blocks(planes);
            }

            @Override
            public Optional<byte[]> result(int task) {
                PointBlock block = grid.block(subject, task, planes, Math.max(1, threads / count()));
                List<List<PointValue>> values = prepared.at(block);
                stage.advance(values.size());
                return Optional.of(RecordCodec.bytes(ValueBlock.of(values)));
            }

            @Override
            public void known(int task) {
                stage.advance(planes ? grid.count() / count() : Math.min(grid.count(), 256));
            }
        };
    }

    int blockOf(int row) {
        return grid.blockOf(row, planes);
    }

    int placeOf(int row) {
        return grid.placeOf(row, planes);
    }
}
