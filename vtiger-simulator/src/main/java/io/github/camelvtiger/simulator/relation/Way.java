package io.github.camelvtiger.simulator.relation;

import java.util.Locale;

/**
 * How records of a relation hang together.
 *
 * @param name of the field or of the kind of link
 * @param ofContacts whether it is looked up for the Contacts of an Account as well
 */
record Way(Kind kind, String name, boolean ofContacts) {

    private static final String OF_CONTACTS = " of contacts";

    enum Kind {
        /** The related record's field refers to this one. */
        FIELD,
        /** This record's field refers to the related one. */
        OWN,
        /** A link in either direction. */
        LINK,
        /** The related record is held by this one. */
        LINKED,
        /** The related record holds this one. */
        LINKING,
        /** The related record has this one as a line item. */
        ITEMS
    }

    /** @param text such as {@code field contact_id of contacts}, {@code link campaign} or {@code items} */
    static Way parse(String text) {
        boolean ofContacts = text.endsWith(OF_CONTACTS);
        String[] words = (ofContacts ? text.substring(0, text.length() - OF_CONTACTS.length()) : text).split(" ");
        return new Way(Kind.valueOf(words[0].toUpperCase(Locale.ROOT)), words.length > 1 ? words[1] : "", ofContacts);
    }
}
