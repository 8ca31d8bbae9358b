package io.github.camelvtiger.benchmarks.ways;

import java.util.List;
import java.util.Map;

/** One way of working with a CRM, as a person writes it who has no more than the libraries that its name says. */
public interface Way extends AutoCloseable {

    /** Reads all Contacts. @return how many */
    long export() throws Exception;

    /** Creates Contacts, each by a request of its own. */
    void create(List<Map<String, String>> contacts) throws Exception;

    /**
     * Brings phone numbers of Contacts to those of the rows, each of which has an {@code email} and a {@code phone}.
     *
     * @return how many Contacts were changed
     */
    long upsert(List<Map<String, String>> rows) throws Exception;

    /** Delivers Contacts in the order of their changes, from the beginning. @return how many, at least as many as asked for */
    long feed(long records) throws Exception;

    /** How many requests went to the CRM so far; -1 if that is not counted. */
    long requests();

    @Override
    void close() throws Exception;
}
