package org.macrostate.engine.cache;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;

/** Reads what {@link RecordWriter} wrote. Only records of {@link KeptTypes} are made, by their own constructors. */
final class RecordReader {
    private static final int LONGEST_NUMBER = 4000;

    private final DataInputStream in;
    private final List<Object> read = new ArrayList<>();

    RecordReader(DataInputStream in) {
        this.in = in;
    }

    /** @throws IOException if the data is no value */
    Object value() throws IOException {
        int tag = in.readUnsignedByte();
        if (tag >= Tag.values().length) {
            throw new IOException("no tag: " + tag);
        }
        return switch (Tag.values()[tag]) {
            case EARLIER -> earlier(in.readInt());
            case RECORD -> record();
            case TEXT -> new String(in.readNBytes(length()), StandardCharsets.UTF_8);
            case TRUE -> true;
            case FALSE -> false;
            case INT -> in.readInt();
            case DOUBLE -> Double.longBitsToDouble(in.readLong());
            case FRACTION -> new BigFraction(number(), number());
            case LIST -> list();
            case SET -> Set.copyOf(list());
            case PRESENT -> Optional.of(value());
            case EMPTY -> Optional.empty();
            case ENUM -> constant();
            case MAP -> map();
        };
    }

    private Object earlier(int index) throws IOException {
        if (index < 0 || index >= read.size()) {
            throw new IOException("no earlier value: " + index);
        }
        return read.get(index);
    }

    /** Nothing can be longer than the data that is left. */
    private int length() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("no length: " + length);
        }
        return length;
    }

    private BigInteger number() throws IOException {
        if (value() instanceof String digits && digits.length() <= LONGEST_NUMBER) {
            return new BigInteger(digits);
        }
        throw new IOException("no number");
    }

    private List<Object> list() throws IOException {
        int length = length();
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            list.add(value());
        }
        return List.copyOf(list);
    }

    private Map<Object, Object> map() throws IOException {
        int length = length();
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < length; i++) {
            map.put(value(), value());
        }
        return map;
    }

    private Object constant() throws IOException {
        Object[] constants = KeptTypes.type(in.readUnsignedByte()).getEnumConstants();
        int ordinal = in.readInt();
        if (constants == null || ordinal < 0 || ordinal >= constants.length) {
            throw new IOException("no constant: " + ordinal);
        }
        return constants[ordinal];
    }

    private Object record() throws IOException {
        Class<?> type = KeptTypes.type(in.readUnsignedByte());
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IOException("no record: " + type);
        }
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value();
        }
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object record = type.getDeclaredConstructor(types).newInstance(values);
            read.add(record);
            return record;
        } catch (InvocationTargetException
                | InstantiationException
                | IllegalAccessException
                | NoSuchMethodException
                | IllegalArgumentException e) {
            throw new IOException("no " + type, e);
        }
    }
}
