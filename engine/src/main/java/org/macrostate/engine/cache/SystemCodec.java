package org.macrostate.engine.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.model.LearningProblem;

/** A derived system as data, without the problem it was derived from. */
final class SystemCodec {
    private static final RecordComponent[] COMPONENTS = OrderParameterSystem.class.getRecordComponents();

    private SystemCodec() {}

    /** Empty if there is something in it that is not kept. */
    static Optional<byte[]> encode(OrderParameterSystem system) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            RecordWriter writer = new RecordWriter(new DataOutputStream(bytes));
            for (RecordComponent component : COMPONENTS) {
                if (component.getType() != LearningProblem.class) {
                    writer.write(component.getAccessor().invoke(system));
                }
            }
            return Optional.of(bytes.toByteArray());
        } catch (IOException | ReflectiveOperationException | IllegalArgumentException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** Empty if the data is no system. */
    static Optional<OrderParameterSystem> decode(byte[] data, LearningProblem problem) {
        try {
            RecordReader reader = new RecordReader(new DataInputStream(new ByteArrayInputStream(data)));
            List<Object> values = new ArrayList<>();
            for (RecordComponent component : COMPONENTS) {
                values.add(component.getType() == LearningProblem.class ? problem : reader.value());
            }
            Class<?>[] types =
                    Arrays.stream(COMPONENTS).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return Optional.of(
                    OrderParameterSystem.class.getDeclaredConstructor(types).newInstance(values.toArray()));
        } catch (IOException | ReflectiveOperationException | RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }
}
