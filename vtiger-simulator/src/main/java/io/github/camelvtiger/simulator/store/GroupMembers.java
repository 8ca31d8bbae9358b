package io.github.camelvtiger.simulator.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Who belongs to which group: single users, all of a role, or all of a role and of those below it. A new group is empty. */
public final class GroupMembers {

    private final Map<Long, List<Member>> members = new ConcurrentHashMap<>();
    private final Roles roles;

    GroupMembers(Roles roles) {
        this.roles = roles;
    }

    public void put(long group, List<Member> newMembers) {
        members.put(group, List.copyOf(newMembers));
    }

    boolean has(long group, long user, String role) {
        return members.getOrDefault(group, List.of()).stream().anyMatch(member -> member.is(user, role, roles));
    }

    /** Numbers of the groups the user is in. */
    Set<Long> groupsOf(long user, String role) {
        return members.keySet().stream().filter(group -> has(group, user, role)).collect(Collectors.toSet());
    }

    /**
     * One line of a group's members.
     *
     * @param user 0 if it is a role
     * @param role {@code ""} if it is a user
     * @param below whether those under the role belong to it too
     */
    public record Member(long user, String role, boolean below) {

        public static Member user(long number) {
            return new Member(number, "", false);
        }

        public static Member role(String role) {
            return new Member(0, role, false);
        }

        public static Member roleAndBelow(String role) {
            return new Member(0, role, true);
        }

        private boolean is(long number, String numbersRole, Roles roles) {
            return user > 0 ? user == number : role.equals(numbersRole) || below && roles.above(role, numbersRole);
        }
    }
}
