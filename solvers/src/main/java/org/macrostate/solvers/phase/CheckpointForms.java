package org.macrostate.solvers.phase;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.cycle.LimitCycle;
import org.macrostate.solvers.fixedpoint.Completeness;
import org.macrostate.solvers.fixedpoint.ConservedTotals;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.FixedPoints;
import org.macrostate.solvers.fixedpoint.Stability;

/** The forms of the pieces that a diagram is made of. */
final class CheckpointForms {
    static final CheckpointForm<GridPoint> POINT = new CheckpointForm<>() {
        @Override
        public void write(GridPoint point, DataOutputStream out) throws IOException {
            out.writeBoolean(point.runsAway());
            FixedPoints found = point.found();
            list(found.points(), FIXED_POINT, out);
            list(found.outside(), NUMBERS, out);
            out.writeUTF(found.status().name());
            out.writeInt(found.starts());
            out.writeInt(found.converged());
            out.writeInt(found.symmetries());
            list(found.totals().rows(), NUMBERS, out);
            NUMBERS.write(found.totals().values().stream().mapToDouble(v -> v).toArray(), out);
            list(found.notes(), WORD, out);
        }

        @Override
        public GridPoint read(DataInputStream in) throws IOException {
            boolean runsAway = in.readBoolean();
            FixedPoints found = new FixedPoints(
                    list(FIXED_POINT, in),
                    list(NUMBERS, in),
                    FixedPoints.Status.valueOf(in.readUTF()),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    new ConservedTotals(
                            list(NUMBERS, in),
                            java.util.Arrays.stream(NUMBERS.read(in)).boxed().toList()),
                    Completeness.UNKNOWN,
                    list(WORD, in));
            return new GridPoint(found, runsAway);
        }
    };

    static final CheckpointForm<Optional<GridPoint>> CHANGE = new CheckpointForm<>() {
        @Override
        public void write(Optional<GridPoint> change, DataOutputStream out) throws IOException {
            list(change.stream().toList(), POINT, out);
        }

        @Override
        public Optional<GridPoint> read(DataInputStream in) throws IOException {
            return list(POINT, in).stream().findFirst();
        }
    };

    static final CheckpointForm<TileSearch.Found> TILE = new CheckpointForm<>() {
        @Override
        public void write(TileSearch.Found tile, DataOutputStream out) throws IOException {
            out.writeInt(tile.solved().size());
            for (Map.Entry<Integer, GridPoint> point : tile.solved().entrySet()) {
                out.writeInt(point.getKey());
                POINT.write(point.getValue(), out);
            }
            list(tile.filled(), FILLED, out);
        }

        @Override
        public TileSearch.Found read(DataInputStream in) throws IOException {
            TreeMap<Integer, GridPoint> solved = new TreeMap<>();
            for (int i = in.readInt(); i > 0; i--) {
                solved.put(in.readInt(), POINT.read(in));
            }
            return new TileSearch.Found(solved, list(FILLED, in));
        }
    };

    static final CheckpointForm<List<EdgeCrossing>> CROSSINGS = new CheckpointForm<>() {
        @Override
        public void write(List<EdgeCrossing> crossings, DataOutputStream out) throws IOException {
            list(crossings, CROSSING, out);
        }

        @Override
        public List<EdgeCrossing> read(DataInputStream in) throws IOException {
            return list(CROSSING, in);
        }
    };

    static final CheckpointForm<BasinOutcome> SETTLED = new CheckpointForm<>() {
        @Override
        public void write(BasinOutcome settled, DataOutputStream out) throws IOException {
            list(settled.state().stream().toList(), FIXED_POINT, out);
            list(settled.cycle().stream().toList(), CYCLE, out);
            out.writeInt(settled.otherwise());
            out.writeDouble(settled.time());
        }

        @Override
        public BasinOutcome read(DataInputStream in) throws IOException {
            return new BasinOutcome(
                    list(FIXED_POINT, in).stream().findFirst(),
                    list(CYCLE, in).stream().findFirst(),
                    in.readInt(),
                    in.readDouble());
        }
    };

    private static final CheckpointForm<LimitCycle> CYCLE = new CheckpointForm<>() {
        @Override
        public void write(LimitCycle cycle, DataOutputStream out) throws IOException {
            out.writeDouble(cycle.period());
            NUMBERS.write(cycle.least(), out);
            NUMBERS.write(cycle.most(), out);
            list(cycle.multipliers(), EIGENVALUE, out);
        }

        @Override
        public LimitCycle read(DataInputStream in) throws IOException {
            return new LimitCycle(in.readDouble(), NUMBERS.read(in), NUMBERS.read(in), list(EIGENVALUE, in));
        }
    };

    private static final CheckpointForm<EdgeCrossing> CROSSING = new CheckpointForm<>() {
        @Override
        public void write(EdgeCrossing crossing, DataOutputStream out) throws IOException {
            out.writeUTF(crossing.kind().name());
            out.writeUTF(crossing.phase());
            out.writeDouble(crossing.x());
            out.writeDouble(crossing.y());
        }

        @Override
        public EdgeCrossing read(DataInputStream in) throws IOException {
            return new EdgeCrossing(
                    PhaseBoundary.Kind.valueOf(in.readUTF()), in.readUTF(), in.readDouble(), in.readDouble());
        }
    };

    private static final CheckpointForm<double[]> NUMBERS = new CheckpointForm<>() {
        @Override
        public void write(double[] numbers, DataOutputStream out) throws IOException {
            out.writeInt(numbers.length);
            for (double number : numbers) {
                out.writeDouble(number);
            }
        }

        @Override
        public double[] read(DataInputStream in) throws IOException {
            double[] numbers = new double[in.readInt()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = in.readDouble();
            }
            return numbers;
        }
    };

    private static final CheckpointForm<Complex> EIGENVALUE = new CheckpointForm<>() {
        @Override
        public void write(Complex value, DataOutputStream out) throws IOException {
            out.writeDouble(value.getRealPart());
            out.writeDouble(value.getImaginaryPart());
        }

        @Override
        public Complex read(DataInputStream in) throws IOException {
            return new Complex(in.readDouble(), in.readDouble());
        }
    };

    private static final CheckpointForm<FixedPoint> FIXED_POINT = new CheckpointForm<>() {
        @Override
        public void write(FixedPoint point, DataOutputStream out) throws IOException {
            NUMBERS.write(point.state(), out);
            out.writeDouble(point.residual());
            list(point.eigenvalues(), EIGENVALUE, out);
            out.writeUTF(point.stability().name());
            out.writeInt(point.neutralModes());
            out.writeInt(point.images());
            out.writeUTF(point.phase());
            NUMBERS.write(point.observables(), out);
        }

        @Override
        public FixedPoint read(DataInputStream in) throws IOException {
            return new FixedPoint(
                    NUMBERS.read(in),
                    in.readDouble(),
                    list(EIGENVALUE, in),
                    Stability.valueOf(in.readUTF()),
                    in.readInt(),
                    in.readInt(),
                    in.readUTF(),
                    NUMBERS.read(in));
        }
    };

    private static final CheckpointForm<String> WORD = new CheckpointForm<>() {
        @Override
        public void write(String word, DataOutputStream out) throws IOException {
            out.writeUTF(word);
        }

        @Override
        public String read(DataInputStream in) throws IOException {
            return in.readUTF();
        }
    };

    private static final CheckpointForm<FilledCell> FILLED = new CheckpointForm<>() {
        @Override
        public void write(FilledCell filled, DataOutputStream out) throws IOException {
            TileSearch.Cell cell = filled.cell();
            for (int side : new int[] {cell.left(), cell.right(), cell.bottom(), cell.top(), filled.origin()}) {
                out.writeInt(side);
            }
            list(filled.kind().phases(), WORD, out);
            out.writeBoolean(filled.kind().runsAway());
            NUMBERS.write(filled.observables(), out);
            out.writeInt(filled.rim().size());
            for (Map.Entry<Integer, List<double[]>> point : filled.rim().entrySet()) {
                out.writeInt(point.getKey());
                list(point.getValue(), NUMBERS, out);
            }
        }

        @Override
        public FilledCell read(DataInputStream in) throws IOException {
            TileSearch.Cell cell = new TileSearch.Cell(in.readInt(), in.readInt(), in.readInt(), in.readInt());
            int origin = in.readInt();
            GridPoint.Kind kind = new GridPoint.Kind(list(WORD, in), in.readBoolean());
            double[] observables = NUMBERS.read(in);
            TreeMap<Integer, List<double[]>> rim = new TreeMap<>();
            for (int i = in.readInt(); i > 0; i--) {
                rim.put(in.readInt(), list(NUMBERS, in));
            }
            return new FilledCell(cell, kind, origin, observables, rim);
        }
    };

    private CheckpointForms() {}

    private static <T> void list(List<T> items, CheckpointForm<T> form, DataOutputStream out) throws IOException {
        out.writeInt(items.size());
        for (T item : items) {
            form.write(item, out);
        }
    }

    private static <T> List<T> list(CheckpointForm<T> form, DataInputStream in) throws IOException {
        List<T> items = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            items.add(form.read(in));
        }
        return List.copyOf(items);
    }
}
