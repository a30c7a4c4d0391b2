package org.macrostate.equations.symmetry;

/** Which copies are taken to be alike, so that the state lies in a symmetric invariant subspace. */
public enum SymmetricAnsatz {
    /** All copies that run over one size: the unspecialised states, plateaus among them. */
    SYMMETRIC("symmetric"),
    /** Likewise, but a copy is told apart from those of another family that do not have its number. */
    PAIRED("paired");

    private final String text;

    SymmetricAnsatz(String text) {
        this.text = text;
    }

    /** The name as an option. */
    public String text() {
        return text;
    }
}
