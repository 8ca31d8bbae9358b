package io.github.camelvtiger.simulator.store;

/**
 * Somebody who may log in.
 *
 * @param number of the id {@code 19xN}
 * @param decimals currency decimals of the user's preferences: amounts are rounded to them on write
 */
public record CrmUser(
        long number,
        String userName,
        String accessKey,
        String firstName,
        String lastName,
        String email,
        boolean admin,
        String timeZone,
        int decimals) {

    public String id() {
        return "19x" + number;
    }

    public CrmUser withAccessKey(String key) {
        return new CrmUser(number, userName, key, firstName, lastName, email, admin, timeZone, decimals);
    }

    /** Without the access key. */
    @Override
    public String toString() {
        return userName + " (" + id() + ")";
    }
}
