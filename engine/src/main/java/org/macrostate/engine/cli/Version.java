package org.macrostate.engine.cli;

import org.macrostate.engine.output.MadeBy;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            MadeBy.thisProgram() + ", Java " + Runtime.version().feature()
        };
    }
}
