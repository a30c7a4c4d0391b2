/**
 * The program as its users meet it: commands called in this process, whole messages, files and exit statuses.
 *
 * <p>What is asserted is LANGUAGE.md's contract and mathematics, never a copy of what the program happened to print.
 */
@NullMarked
package org.macrostate.tests.acceptance;

import org.jspecify.annotations.NullMarked;
