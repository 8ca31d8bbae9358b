/**
 * Camel's face of a Vtiger CRM: the component, its endpoints and options, producer, consumers and converters. A route meets
 * {@link io.github.camelvtiger.VtigerConstants}, {@link io.github.camelvtiger.VtigerConnection} and the exceptions and values in
 * {@link io.github.camelvtiger.client}; everything else is an implementation detail.
 */
package io.github.camelvtiger;
