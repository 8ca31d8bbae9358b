package io.github.camelvtiger.routes.sync.run;

/** Finds the records that the rows of a portion mean, or refer to. */
interface Lookups {

    /** The portion with the ids of the target; a row with a reference that cannot be found is refused. */
    Chunk resolved(Chunk chunk, Pass pass);
}
