package org.macrostate.solvers.continuation;

import java.util.Optional;

/**
 * The symmetries of the fixed points of a branch.
 *
 * @param words which copies or variables are alike, as {@code K: 3 of 4 alike}; {@code none} where no symmetry of the
 *     equations keeps them
 * @param images how many branches are images of one another under all symmetries of the equations, of which one is followed;
 *     empty if too many
 */
public record BranchIsotropy(String words, Optional<Long> images) {}
