package org.macrostate.engine.sweep;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be computed, as text: every process that has it makes the same tasks from it.
 *
 * @param arguments of the command
 * @param modelText the model's file
 * @param hash of the question, the model and all settings
 * @param fingerprint of the program and the machine, in words
 */
public record Job(List<String> arguments, String modelText, String hash, String fingerprint) implements Serializable {
    private static final long serialVersionUID = 1L;

    public Job {
        arguments = List.copyOf(new ArrayList<>(arguments));
    }
}
