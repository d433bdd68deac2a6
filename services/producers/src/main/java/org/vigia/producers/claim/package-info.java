/**
 * What a claim is, which rows make it up, and whether it says anything new.
 *
 * <p><b>Rows of one id</b> (vigia-seizures, vigia-labs, vigia-shipments) are read in the order of the file as parts of one
 * event. A part is
 *
 * <ul>
 *   <li>of a seizure, a substance by canonical name, form, lot and kind of measure (mass, volume, count), or an asset by
 *       kind, value and currency, so that every different asset is a part;
 *   <li>of a laboratory, an item by kind, canonical substance, lot, container, seal and description;
 *   <li>of a shipment, a line by its number, or without one by description, CAS number and HS code.
 * </ul>
 *
 * <p>A row about a new part joins the version under way, whatever its status. A row about a part that is already there
 * begins the next version, a revision, if it says something else; all other parts are carried over. A row that says
 * nothing new is unchanged: other spellings of the same value, and blanks, are nothing new. Of values of the event as a
 * whole (date, place, agency, parties) the last in the file that is not blank holds. The handling is the strictest of the
 * rows. A RETRACTED row takes back the whole event and is a version of its own; rows after it begin anew. Otherwise an
 * event is PRESUMPTIVE while the last row of any part is, and CONFIRMED when none is. A version that has no date yet counts
 * with the next one.
 *
 * <p>Rows of the first version are accepted, rows of later ones revised, RETRACTED rows retracted.
 */
@NullMarked
package org.vigia.producers.claim;

import org.jspecify.annotations.NullMarked;
