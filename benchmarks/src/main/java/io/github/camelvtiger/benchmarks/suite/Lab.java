package io.github.camelvtiger.benchmarks.suite;

import io.github.camelvtiger.benchmarks.Crm;
import java.nio.file.Path;

/**
 * Where parts measure, and how much.
 *
 * @param crm that is measured
 * @param directory for files
 * @param rounds that count
 * @param creates Contacts that each way creates
 * @param rows of an upsert
 * @param changed of them
 * @param share the route of camel-http takes one of so many rows and Contacts, where it would take hours for all
 * @param largest Contacts of the largest simulated CRM
 */
record Lab(Crm crm, Path directory, int rounds, int creates, int rows, int changed, int share, int largest) {}
