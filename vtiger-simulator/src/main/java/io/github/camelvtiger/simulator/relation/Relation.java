package io.github.camelvtiger.simulator.relation;

import java.util.List;

/**
 * One relation of a module, as {@code relatedtypes} lists it.
 *
 * @param label distinguishes relations to the same module; it is the key in answers and in requests
 * @param ways how a related record is found; one of them is enough; none for relations the webservice never fills
 * @param only {@code closed} for tasks that are done, {@code active} for Documents whose file is active, {@code broken}
 *     where reading ends in a PHP error; else empty
 */
record Relation(String from, String to, String label, List<Way> ways, String only) {}
