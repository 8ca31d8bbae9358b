package io.github.camelvtiger.simulator.operation;

/** The database refuses a statement that the script does not survive: it prints where in its code that was (seen on 8.2.0). */
public final class RefusedStatement extends ScriptEnd {

    private static final String BACKTRACE =
            """
            <pre>array (
              0 =>\s
              array (
                'file' => 'include/database/PearDatabase.php',
                'line' => 387,
                'function' => 'checkError',
              ),
            )</pre>""";

    /**
     * @param statement as the server has it, with question marks
     * @param table which the statement writes
     * @param error the message of the database
     */
    public RefusedStatement(String statement, String table, String error) {
        super(BACKTRACE + failed(statement, table) + "ADODB error " + failed(statement, table) + "->" + error, error);
    }

    private static String failed(String statement, String table) {
        return "Error in processing vtiger_table " + table + " Query Failed:" + statement + "::";
    }
}
