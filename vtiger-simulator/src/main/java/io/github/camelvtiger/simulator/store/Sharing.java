package io.github.camelvtiger.simulator.store;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Who sees and changes which records. Records of a private module are for their owner, for users of roles above his, for
 * the members of a group that owns them, and for administrators. Events are distinguished: one that is not public is not
 * even for the roles above, a public one may be read by everybody; and queries give out activities whoever asks (seen on
 * 8.2.0).
 */
public final class Sharing {

    private final Set<String> privateModules = ConcurrentHashMap.newKeySet();
    private final Set<Long> viewingAll = ConcurrentHashMap.newKeySet();
    private final Roles roles = new Roles();
    private final GroupMembers groups = new GroupMembers(roles);
    private final CrmStore store;

    Sharing(CrmStore store) {
        this.store = store;
    }

    public void makePrivate(String module) {
        privateModules.add(module);
    }

    public void makePublic(String module) {
        privateModules.remove(module);
    }

    /** Gives the user's profile the global right to view all records. */
    public void letViewAll(CrmUser user) {
        viewingAll.add(user.number());
    }

    /** Whether the module exists for the user. */
    public boolean sees(ModuleMetadata module, CrmUser user) {
        if (user.admin()) {
            return true;
        }
        boolean hidden =
                module.entity() && store.metadata().release().hidesModules() && !viewingAll.contains(user.number());
        return !hidden && !store.metadata().administratorOnly(module);
    }

    public Roles roles() {
        return roles;
    }

    public GroupMembers groups() {
        return groups;
    }

    /** Numbers of the groups the user is in. */
    public Set<Long> groupsOf(CrmUser user) {
        return groups.groupsOf(user.number(), role(user.number()));
    }

    public boolean readable(StoredRow row, CrmUser user) {
        if (open(row, user) || owns(row, user) || viewingAll.contains(user.number())) {
            return true;
        }
        return store.rules(row.module()).readByVisibility()
                ? row.value("visibility").equals("Public")
                : isAboveOwner(row, user);
    }

    public boolean writable(StoredRow row, CrmUser user) {
        return open(row, user) || readable(row, user) && (owns(row, user) || isAboveOwner(row, user));
    }

    /** Whether a query gives the record out. */
    public boolean queried(StoredRow row, CrmUser user) {
        return store.rules(row.module()).queriedByEveryone() || readable(row, user);
    }

    /** Whether the user may give records of the module to the group; one that does not exist belongs to no user. */
    public boolean assignableToGroup(String module, long group, CrmUser user) {
        return privateModules.contains(module)
                ? groups.has(group, user.number(), role(user.number()))
                : store.table("Groups").live(group).isPresent();
    }

    /**
     * Whether the user may give records to a user: to the active ones and to members of the user's groups. Releases
     * 7.5 to 8.2 look for the number among the keys of that list, which by then count from 0: the first so many numbers
     * may get records, whether there are such users or not ({@code releases.md}).
     */
    public boolean assignableToUser(long owner, CrmUser user) {
        if (owner == user.number()) {
            return true;
        }
        Set<Long> ownGroups = groups.groupsOf(user.number(), role(user.number()));
        Predicate<StoredRow> colleague = other -> other.number() != user.number()
                && ownGroups.stream().anyMatch(group -> groups.has(group, other.number(), other.value("roleid")));
        if (store.metadata().release().renumbersOwners()) {
            return owner < users(Sharing::isActive) + users(colleague);
        }
        return store.table("Users")
                .live(owner)
                .filter(row -> isActive(row) || colleague.test(row))
                .isPresent();
    }

    private long users(Predicate<StoredRow> wanted) {
        return store.table("Users").live().filter(wanted).count();
    }

    private boolean open(StoredRow row, CrmUser user) {
        return user.admin() || !privateModules.contains(row.module().name());
    }

    private boolean owns(StoredRow row, CrmUser user) {
        String owner = row.value("assigned_user_id");
        return owner.equals(user.id())
                || isGroup(owner) && groups.has(number(owner), user.number(), role(user.number()));
    }

    private boolean isAboveOwner(StoredRow row, CrmUser user) {
        String owner = row.value("assigned_user_id");
        return owner.contains("x") && !isGroup(owner) && roles.above(role(user.number()), role(number(owner)));
    }

    private boolean isGroup(String owner) {
        return owner.startsWith(store.table("Groups").module().idPrefix() + "x");
    }

    private String role(long user) {
        return store.table("Users").live(user).map(row -> row.value("roleid")).orElse("");
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(id.indexOf('x') + 1));
    }

    private static boolean isActive(StoredRow user) {
        return user.value("status").equals("Active");
    }
}
