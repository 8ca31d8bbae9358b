package io.github.camelvtiger.simulator.store;

import java.util.HashSet;
import java.util.Set;

/**
 * References to users within one request. The server looks each user up once, and takes everybody it has looked up for
 * a user who is there: the first reference to an inactive user is empty, and the later ones are not (seen on 8.2.0).
 */
public final class UserReferences {

    private final ModuleTable users;
    private final String prefix;
    private final Set<String> lookedUp = new HashSet<>();

    public UserReferences(CrmStore store) {
        users = store.table(CrmStore.USERS);
        prefix = users.module().idPrefix() + "x";
    }

    /**
     * A reference as the server looks it up: one that leads nowhere is taken for a user's in the end, if the field may
     * refer to users.
     *
     * @param index of the field
     */
    public String sought(StoredRow row, int index) {
        String text = row.text(index);
        String number = row.referredNumber(index);
        boolean nowhere = text.isEmpty() && !number.equals("0");
        boolean mayBeUser = row.module().fields().get(index).refersTo().contains(CrmStore.USERS);
        return nowhere && mayBeUser ? prefix + number : text;
    }

    /** @param reference to a record of any module, as it is sought */
    public String shown(String reference) {
        boolean first = reference.startsWith(prefix) && lookedUp.add(reference);
        return first && !active(Long.parseLong(reference.substring(prefix.length()))) ? "" : reference;
    }

    private boolean active(long number) {
        return users.live(number)
                .filter(user -> user.value("status").equalsIgnoreCase("Active"))
                .isPresent();
    }
}
