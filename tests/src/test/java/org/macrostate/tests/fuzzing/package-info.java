/**
 * What a stranger may send: seeded random texts and command lines. A few thousand in every run, a million in the profile
 * {@code slow}. Whatever comes in, a result or a message comes out, soon, and nothing else happens.
 */
@NullMarked
package org.macrostate.tests.fuzzing;

import org.jspecify.annotations.NullMarked;
