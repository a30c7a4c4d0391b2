/**
 * Options, declared once: their names, types, defaults, bounds and help.
 *
 * <p>A command line, a study file, the JSON schema of studies, {@code --help} and the page of commands are all made from a
 * {@link org.macrostate.engine.option.AnalysisDeclaration}. Values come in as texts (a command line) or trees (a file) and go out
 * typed; every message says which option is meant, in the words of where it was written.
 */
@NullMarked
package org.macrostate.engine.option;

import org.jspecify.annotations.NullMarked;
