package org.macrostate.equations.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;

/** Reads a model file: YAML 1.2, UTF-8, at most 1 MiB. */
public final class ModelFile {
    private static final int LARGEST = 1 << 20;

    private ModelFile() {}

    /**
     * Reads a file.
     *
     * @throws BadInput if it cannot be read or is no model; the message says where and why
     */
    public static LearningProblem read(Path file) {
        return read(text(file), file.toString());
    }

    /**
     * Reads a model from its text.
     *
     * @param source how messages call it
     * @throws BadInput if it is no model
     */
    public static LearningProblem read(String text, String source) {
        if (text.length() > LARGEST) {
            throw tooLarge(Place.ofOption(source), text.length());
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return ModelReader.read(YamlReader.read(plain, source), TextHash.of(text));
    }

    /**
     * The text of a file that a user wrote.
     *
     * @throws BadInput if it cannot be read, is too large, or no text in UTF-8
     */
    public static String text(Path file) {
        Place place = Place.ofOption(file.toString());
        if (!Files.exists(file)) {
            throw new BadInput("there is no such file").at(place);
        }
        if (!Files.isRegularFile(file)) {
            throw new BadInput("expected a file, found a folder or device").at(place);
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw tooLarge(place, Files.size(file));
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new BadInput("expected a text, found a binary file").at(place);
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new BadInput("expected a text in UTF-8, found other bytes").at(place);
        } catch (IOException e) {
            throw new BadInput("the file cannot be read: " + e.getMessage()).at(place);
        }
    }

    private static BadInput tooLarge(Place place, long found) {
        return new BadInput("a model file may have at most " + LARGEST + " bytes, found " + found).at(place);
    }
}
