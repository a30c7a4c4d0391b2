package org.macrostate.engine.cache;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;

/** Writes trees of records, lists, maps and plain values as tagged data; what occurs twice is written once. */
final class RecordWriter {
    private final DataOutputStream out;
    private final IdentityHashMap<Object, Integer> written = new IdentityHashMap<>();

    RecordWriter(DataOutputStream out) {
        this.out = out;
    }

    /** @throws IllegalArgumentException if there is something in it that is not on the list of what is kept */
    void write(Object value) throws IOException {
        Integer earlier = written.get(value);
        if (earlier != null) {
            out.writeByte(Tag.EARLIER.ordinal());
            out.writeInt(earlier);
        } else if (value instanceof Record record) {
            record(record);
            written.put(value, written.size());
        } else {
            plain(value);
        }
    }

    private void plain(Object value) throws IOException {
        if (value instanceof String s) {
            tag(Tag.TEXT);
            byte[] bytes = s.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        } else if (value instanceof Boolean b) {
            tag(b ? Tag.TRUE : Tag.FALSE);
        } else if (value instanceof Integer i) {
            tag(Tag.INT);
            out.writeInt(i);
        } else if (value instanceof Double d) {
            tag(Tag.DOUBLE);
            out.writeLong(Double.doubleToRawLongBits(d));
        } else if (value instanceof BigFraction f) {
            tag(Tag.FRACTION);
            write(f.getNumerator().toString());
            write(f.getDenominator().toString());
        } else if (value instanceof List<?> list) {
            tag(Tag.LIST);
            out.writeInt(list.size());
            for (Object element : list) {
                write(element);
            }
        } else if (value instanceof Set<?> set) {
            tag(Tag.SET);
            out.writeInt(set.size());
            // of numbers and names; in their order, so that an entry has the same bytes whoever writes it
            for (Object element : set.stream().sorted().toList()) {
                write(element);
            }
        } else if (value instanceof Map<?, ?> map) {
            tag(Tag.MAP);
            out.writeInt(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                write(entry.getKey());
                write(entry.getValue());
            }
        } else if (value instanceof Optional<?> optional) {
            tag(optional.isPresent() ? Tag.PRESENT : Tag.EMPTY);
            if (optional.isPresent()) {
                write(optional.get());
            }
        } else if (value instanceof Enum<?> e) {
            tag(Tag.ENUM);
            out.writeByte(KeptTypes.number(e.getDeclaringClass()));
            out.writeInt(e.ordinal());
        } else {
            throw new IllegalArgumentException("not kept: " + value.getClass());
        }
    }

    private void record(Record record) throws IOException {
        tag(Tag.RECORD);
        out.writeByte(KeptTypes.number(record.getClass()));
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                write(component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("not kept: " + record.getClass(), e);
            }
        }
    }

    private void tag(Tag tag) throws IOException {
        out.writeByte(tag.ordinal());
    }
}
