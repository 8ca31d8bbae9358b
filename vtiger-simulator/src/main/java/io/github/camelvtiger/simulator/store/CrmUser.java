package io.github.camelvtiger.simulator.store;

/**
 * A user who may log in, as of the moment of a call.
 *
 * @param number of the id {@code 19xN}
 * @param admin whether he may do everything
 * @param inactive whether he may not log in any more
 */
public record CrmUser(
        long number,
        String userName,
        String accessKey,
        String firstName,
        String lastName,
        String email,
        boolean admin,
        boolean inactive,
        Preferences preferences) {

    private static final String ADMINISTRATORS_ROLE = "H2";

    /** An active user with the preferences of most. */
    public CrmUser(
            long number,
            String userName,
            String accessKey,
            String firstName,
            String lastName,
            String email,
            boolean admin,
            String timeZone,
            int decimals) {
        this(number, userName, accessKey, firstName, lastName, email, admin, false, Preferences.of(timeZone, decimals));
    }

    public String id() {
        return "19x" + number;
    }

    public CrmUser withAccessKey(String key) {
        return new CrmUser(number, userName, key, firstName, lastName, email, admin, inactive, preferences);
    }

    /**
     * The same user as his record has him now. One who was deleted by the API may log in all the same, since that does not
     * write the file from which the server answers (seen on 8.2.0). The profile of the highest role may do everything.
     *
     * @param conversionRate of his currency
     */
    CrmUser as(StoredRow row, double conversionRate) {
        return new CrmUser(
                number,
                row.value("user_name"),
                accessKey,
                row.value("first_name"),
                row.value("last_name"),
                row.value("email1"),
                row.value("is_admin").equals("on") || row.value("roleid").equals(ADMINISTRATORS_ROLE),
                !row.deleted() && row.value("status").equals("Inactive"),
                Preferences.of(row::value, conversionRate));
    }

    public int decimals() {
        return preferences.decimals();
    }

    public String timeZone() {
        return preferences.timeZone();
    }

    /** Without the access key. */
    @Override
    public String toString() {
        return userName + " (" + id() + ")";
    }
}
