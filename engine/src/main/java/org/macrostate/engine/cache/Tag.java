package org.macrostate.engine.cache;

/** What kind of value follows. */
enum Tag {
    EARLIER,
    RECORD,
    TEXT,
    TRUE,
    FALSE,
    INT,
    DOUBLE,
    FRACTION,
    LIST,
    SET,
    PRESENT,
    EMPTY,
    ENUM,
    MAP
}
