/**
 * The house rules of the design, read from the compiled classes and from the checkout: which room may know of which,
 * who may open the door to a library, what a file may be called, what lies in the top folder.
 *
 * <p>A rule that finds nothing to look at fails. One about a room that is not built yet says so and names the room.
 */
@NullMarked
package org.macrostate.tests.architecture;

import org.jspecify.annotations.NullMarked;
