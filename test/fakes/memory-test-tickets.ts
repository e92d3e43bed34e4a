import type { TestTicket, TestTickets } from "../../core/ports/test-tickets";

/** Tickets in a map. */
export const createMemoryTestTickets = (): TestTickets => {
  const tickets = new Map<string, TestTicket>();
  return {
    issue: async (ticket) => {
      tickets.set(`${ticket.organization}/${ticket.nonceHash}`, ticket);
    },
    redeem: async ({ organization, nonceHash, provider }, now) => {
      const name = `${organization}/${nonceHash}`;
      const ticket = tickets.get(name);
      if (ticket?.provider !== provider || ticket.expiresAt <= now) return false;
      return tickets.delete(name);
    },
  };
};
