import { decided } from '../../src/app/decided.ts';
import { legalLimits } from '../../src/features/household/rules/contract.ts';
import { features } from '../../src/features/index.ts';
import type { Turn } from '../../src/kernel/asking.ts';
import type { Decision } from '../../src/kernel/decision.ts';
import { joinFeatures } from '../../src/kernel/features.ts';
import type { Context } from '../../src/kernel/flow.ts';
import { newestForms } from '../../src/kernel/forms.ts';
import type { Person } from '../../src/kernel/person.ts';
import { createTexts } from '../../src/text/texts.ts';
import { createReaders } from './effects.ts';
import { now, type Office, today, year } from './flowWorld.ts';
import { usualQuiet } from './hours.ts';
import { storeOf } from './storeOf.ts';

const texts = createTexts();
const { render, wordings } = texts;

/** What a flow knows of the day and the office. */
export const context: Context = {
  ...{ now, today, year, isOpen: () => true, versionOf: (form) => newestForms(features)[form] ?? 0 },
  ...{ wordings, render },
  features: joinFeatures(features, texts),
  ...{ debtLimits: legalLimits, quiet: usualQuiet, servesFiles: true },
};

/** What a turn comes to in an office: what it asks for is read from there as the bot reads it. */
export const decidedIn = async (office: Office, turn: Turn, person: Person): Promise<Decision> =>
  decided(turn, createReaders(await storeOf(office, person)), { person, year });
